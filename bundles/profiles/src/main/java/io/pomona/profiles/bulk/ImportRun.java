package io.pomona.profiles.bulk;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileLibrary;
import io.pomona.profiles.ProfileRules;
import io.pomona.profiles.lint.LintWarning;
import io.pomona.profiles.lint.Neighbour;
import io.pomona.profiles.lint.ProfileInspection;
import io.pomona.protocol.profile.MobileConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One import, file after file, beside what is there and what came before. */
final class ImportRun {
  private final ProfileLibrary library;
  private final ProfileInspection inspection;
  private final Actor actor;
  private final Optional<TeamId> team;
  private final boolean dry;
  private final List<Neighbour> present;
  private final Map<String, String> uuids = new HashMap<>();

  ImportRun(
      ProfileLibrary library,
      ProfileInspection inspection,
      Actor actor,
      Optional<TeamId> team,
      boolean dry,
      List<Profile> stored) {
    this.library = library;
    this.inspection = inspection;
    this.actor = actor;
    this.team = team;
    this.dry = dry;
    this.present = new ArrayList<>(inspection.neighbours(team, profile -> true));
    stored.forEach(profile -> uuids.put(profile.identifier(), profile.uuid()));
  }

  ImportedFile take(ProfileFile file) {
    if (!file.isProfile()) {
      return ImportedFile.unread(
          file, ImportOutcome.SKIPPED, "The file name does not end with .mobileconfig.");
    }
    try {
      return take(file, ProfileRules.read(file.content()));
    } catch (MdmException e) {
      return ImportedFile.unread(file, ImportOutcome.REFUSED, e.getMessage());
    }
  }

  private ImportedFile take(ProfileFile file, MobileConfig profile) {
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
    List<LintWarning> warnings = inspection.of(profile, team, present);
    ImportedFile added = ImportedFile.read(file, profile, ImportOutcome.ADDED).with(warnings);
    if (!dry) {
      try {
        String uuid = library.add(actor, team, file.content()).uuid();
        uuids.put(profile.identifier(), uuid);
        added = added.stored(Optional.of(uuid));
      } catch (MdmException e) {
        return refusedAfterAll(file, profile, e);
      }
    }
    present.add(Neighbour.of(profile));
    return added;
  }

  // Somebody else was quicker, or the team was deleted meanwhile.
  private static ImportedFile refusedAfterAll(
      ProfileFile file, MobileConfig profile, MdmException reason) {
    ImportOutcome outcome =
        reason.kind() == MdmException.Kind.CONFLICT
            ? ImportOutcome.CONFLICT
            : ImportOutcome.REFUSED;
    return ImportedFile.read(file, profile, outcome).because(reason.getMessage());
  }
}
