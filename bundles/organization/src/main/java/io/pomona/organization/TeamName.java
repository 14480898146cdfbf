package io.pomona.organization;

import io.pomona.api.MdmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What a team may be called. */
public final class TeamName {
  private static final int LONGEST = 255;

  /** What people call what is no team. */
  private static final Set<String> RESERVED = Set.of("no team", "all teams");

  private TeamName() {}

  public static String require(String text) {
    String name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(TeamName::isHidden)) {
      throw invalid("A team's name has 1 to 255 characters that can be shown.");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw invalid("\"" + name + "\" is no name for a team. Choose another one.");
    }
    return name;
  }

  private static boolean isHidden(int character) {
    return Character.isISOControl(character);
  }

  private static MdmException invalid(String reason) {
    return MdmException.invalid("organization.bad_team_name", "name", reason);
  }
}
