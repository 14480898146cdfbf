package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The package of each team; it ends with the team. Each method is one transaction. */
public interface BootstrapPackageStore {
  /**
   * @param team empty for Macs of no team
   */
  Optional<BootstrapPackage> of(Optional<TeamId> team);

  Optional<BootstrapPackage> byToken(String token);

  /** In place of the one before. */
  void put(BootstrapPackage added, List<ActivityDraft> activities);

  /**
   * @return whether there was one; if not, nothing was written
   */
  boolean delete(Optional<TeamId> team, List<ActivityDraft> activities, Instant now);

  /** Where the file that was applied last has it, a URL or a path; empty text for nowhere. */
  String location(Optional<TeamId> team);

  void rememberLocation(Optional<TeamId> team, String location);

  /** How many enrolled Macs, that were to install a package when they were set up, are how far. */
  Map<SetupStepStatus, Long> summary(Optional<TeamId> team);
}
