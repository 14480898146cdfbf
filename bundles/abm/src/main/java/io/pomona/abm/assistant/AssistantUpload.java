package io.pomona.abm.assistant;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.protocol.dep.MalformedSetupProfileException;
import io.pomona.protocol.dep.SetupProblem;
import io.pomona.protocol.dep.SetupProfile;
import io.pomona.protocol.dep.SetupProfileReader;
import java.util.Map;
import java.util.Optional;

/** What somebody sends, read or refused with all that is wrong. */
final class AssistantUpload {
  private static final String FIELD = "enrollment_profile";
  private static final int LONGEST_NAME = 255;

  private AssistantUpload() {}

  /**
   * @param said null when it is missing
   */
  static String name(String said) {
    String plain = Optional.ofNullable(said).orElse("").strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
      throw MdmException.invalid(
          "abm.bad_name", "name", "Send the name of the file, 1 to 255 characters.");
    }
    return plain;
  }

  /**
   * @param said null when it is missing
   */
  static SetupProfile profile(Map<String, Object> said) {
    if (said == null) {
      throw MdmException.invalid(
          "abm.no_profile", FIELD, "Send the profile as enrollment_profile.");
    }
    try {
      return SetupProfileReader.of(said);
    } catch (MalformedSetupProfileException e) {
      throw new MdmException(
              MdmException.Kind.INVALID,
              "abm.bad_setup_profile",
              "The profile cannot be used: " + e.getMessage() + ".",
              e.problems().stream().map(AssistantUpload::error).toList())
          .causedBy(e);
    }
  }

  private static FieldError error(SetupProblem problem) {
    return new FieldError(
        problem.key().isEmpty() ? FIELD : FIELD + "." + problem.key(), problem.reason());
  }
}
