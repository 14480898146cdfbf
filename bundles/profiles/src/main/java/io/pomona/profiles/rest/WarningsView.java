package io.pomona.profiles.rest;

import io.pomona.profiles.lint.LintWarning;
import io.pomona.protocol.profile.PayloadSummary;
import java.util.List;
import java.util.Optional;

/** What is in a profile, and what was found odd about it. */
public record WarningsView(
    String name, String identifier, List<PayloadView> payloads, List<LintWarning> warnings) {

  /**
   * One area of settings.
   *
   * @param name what its author calls it
   */
  public record PayloadView(String type, String identifier, Optional<String> name) {
    static PayloadView of(PayloadSummary payload) {
      return new PayloadView(payload.type(), payload.identifier(), payload.displayName());
    }
  }

  static WarningsView of(
      String name, String identifier, List<PayloadSummary> payloads, List<LintWarning> warnings) {
    return new WarningsView(
        name, identifier, payloads.stream().map(PayloadView::of).toList(), warnings);
  }
}
