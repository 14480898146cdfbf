package io.pomona.api.escrow;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the disks of a team's Macs are to be encrypted; a team's ends with it. Each method is one
 * transaction.
 */
public interface DiskEncryptionStore {
  /**
   * @param team empty for Macs of no team
   */
  boolean isEnabled(Optional<TeamId> team);

  /**
   * Marks the team's Macs as to be reconciled.
   *
   * @return whether it was otherwise before; if not, nothing was written
   */
  boolean put(Optional<TeamId> team, boolean enabled, ActivityDraft activity, Instant now);
}
