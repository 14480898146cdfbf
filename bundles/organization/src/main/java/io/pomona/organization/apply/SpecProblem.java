package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.MdmException.Kind;
import java.util.List;

/**
 * Something that keeps a document from being applied.
 *
 * @param kind malformed or invalid
 * @param place file and line, or empty text
 * @param forceable whether it is none once the caller says force
 */
record SpecProblem(Kind kind, String place, List<String> path, String reason, boolean forceable) {
  private static final String NEEDS_FORCE = "organization.needs_force";
  private static final String UNKNOWN = "organization.unknown_setting";
  private static final String BAD = "organization.bad_setting";

  SpecProblem(Kind kind, String place, List<String> path, String reason) {
    this(kind, place, path, reason, false);
  }

  private FieldError field() {
    String said = place.isEmpty() ? reason : place + ": " + reason;
    return new FieldError(name(), said, forceable);
  }

  private String name() {
    return String.join(".", path);
  }

  private String sentence() {
    String said = path.isEmpty() ? reason : name() + ": " + reason;
    return place.isEmpty() ? said : place + ": " + said;
  }

  /** As the only one. */
  MdmException refusal() {
    return refusal(kind == Kind.MALFORMED ? UNKNOWN : BAD, List.of(this));
  }

  /** Its own code when force is all that it takes. */
  private static MdmException refusal(String code, List<SpecProblem> problems) {
    SpecProblem first = problems.get(0);
    boolean meant = problems.stream().allMatch(SpecProblem::forceable);
    return new MdmException(
        first.kind,
        meant ? NEEDS_FORCE : code,
        first.sentence(),
        problems.stream().map(SpecProblem::field).toList());
  }

  /** Refuses everything when there is one; what cannot be read comes before what is wrong. */
  static void require(List<SpecProblem> problems) {
    require(Kind.MALFORMED, UNKNOWN, problems);
    require(Kind.INVALID, BAD, problems);
  }

  private static void require(Kind kind, String code, List<SpecProblem> problems) {
    List<SpecProblem> ofKind = problems.stream().filter(one -> one.kind == kind).toList();
    if (!ofKind.isEmpty()) {
      throw refusal(code, ofKind);
    }
  }
}
