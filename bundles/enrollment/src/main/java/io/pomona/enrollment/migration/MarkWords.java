package io.pomona.enrollment.migration;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.MigrationMarks.Answer;
import io.pomona.api.enrollment.MigrationMarks.Question;
import io.pomona.api.enrollment.MigrationMarks.Way;
import java.util.Locale;
import java.util.Optional;

/** How marks are written in requests and files. */
public final class MarkWords {
  private static final int LONGEST = 100;

  private MarkWords() {}

  public static String label(Enum<?> mark) {
    return mark.name().toLowerCase(Locale.ROOT);
  }

  /** As a request and a file call it. */
  public static String name(Question question) {
    return question == Question.WAY ? "enrollment" : label(question);
  }

  public static Way way(String label) {
    return switch (label) {
      case "automatic" -> Way.AUTOMATIC;
      case "manual" -> Way.MANUAL;
      case "unknown" -> Way.UNKNOWN;
      default ->
          throw MdmException.invalid(
              "enrollment.bad_mark", "enrollment", "enrollment is automatic, manual or unknown.");
    };
  }

  public static Answer answer(String name, String label) {
    return switch (label) {
      case "yes" -> Answer.YES;
      case "no" -> Answer.NO;
      case "unknown" -> Answer.UNKNOWN;
      default ->
          throw MdmException.invalid("enrollment.bad_mark", name, name + " is yes, no or unknown.");
    };
  }

  public static void requireName(Optional<String> oldMdm) {
    boolean fits =
        oldMdm.stream()
            .allMatch(
                name ->
                    name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl));
    if (!fits) {
      throw MdmException.invalid(
          "enrollment.bad_mark",
          "old_mdm",
          "The name of the old MDM is one line of 100 characters at most.");
    }
  }
}
