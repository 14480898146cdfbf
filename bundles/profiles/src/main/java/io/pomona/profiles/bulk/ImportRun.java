package io.pomona.profiles.bulk;

import io.pomona.api.MdmException;
import io.pomona.api.profiles.Profile;
import io.pomona.profiles.ProfileRules;
import io.pomona.profiles.lint.LintWarning;
import io.pomona.profiles.lint.Neighbour;
import io.pomona.profiles.lint.TeamInspection;
import io.pomona.protocol.profile.MobileConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one import does, file after file, beside what is there and what came before. */
final class ImportRun {
  private final TeamInspection inspection;
  private final List<Neighbour> present;
  private final Map<String, String> uuids = new HashMap<>();

  /**
   * @param stored what is there, as {@code present}
   */
  ImportRun(TeamInspection inspection, List<Neighbour> present, List<Profile> stored) {
    this.inspection = inspection;
    this.present = new ArrayList<>(present);
    stored.forEach(profile -> uuids.put(profile.identifier(), profile.uuid()));
  }

  /** What would become of it; nothing is stored. */
  ImportedFile plan(ProfileFile file) {
    if (!file.isProfile()) {
      return ImportedFile.unread(
          file, ImportOutcome.SKIPPED, "The file name does not end with .mobileconfig.");
    }
    try {
      return plan(file, ProfileRules.read(file.content()));
    } catch (MdmException e) {
      return ImportedFile.unread(file, ImportOutcome.REFUSED, e.getMessage());
    }
  }

  private ImportedFile plan(ProfileFile file, MobileConfig profile) {
    for (Neighbour other : present) {
      boolean sameIdentifier = other.identifier().equals(profile.identifier());
      if (sameIdentifier && other.hasContent(file.content())) {
        return ImportedFile.read(file, profile, ImportOutcome.UNCHANGED)
            .stored(Optional.ofNullable(uuids.get(profile.identifier())));
      }
      if (sameIdentifier || other.name().equals(profile.displayName())) {
        return ImportedFile.read(file, profile, ImportOutcome.CONFLICT)
            .because(taken(sameIdentifier, other));
      }
    }
    return add(file, profile);
  }

  private static String taken(boolean identifier, Neighbour other) {
    return "The profile \""
        + other.name()
        + "\" ("
        + other.identifier()
        + ") has the same "
        + (identifier
            ? "PayloadIdentifier and other content. Delete it first, or leave this one out."
            : "PayloadDisplayName. Rename one of the two.");
  }

  private ImportedFile add(ProfileFile file, MobileConfig profile) {
    List<LintWarning> warnings = inspection.of(profile, present);
    present.add(Neighbour.of(profile));
    return ImportedFile.read(file, profile, ImportOutcome.ADDED).with(warnings);
  }
}
