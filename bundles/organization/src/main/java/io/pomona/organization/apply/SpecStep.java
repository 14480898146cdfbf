package io.pomona.organization.apply;

import java.util.List;
import java.util.Map;

/** A document that is ready to be applied, within the transaction of all. */
interface SpecStep {
  /** What keeps it from being applied; empty when all is right. */
  List<SpecProblem> problems();

  /** What it decides, each with its place; two documents must not decide the same. */
  default Map<String, String> settles() {
    return Map.of();
  }

  List<AppliedChange> apply();
}
