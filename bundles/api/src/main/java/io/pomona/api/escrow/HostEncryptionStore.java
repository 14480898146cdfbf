package io.pomona.api.escrow;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** How far disk encryption is, as the rows of profiles, keys and reports say together. */
public interface HostEncryptionStore {
  /** Of each of these hosts; those of which there is nothing to say may be left out. */
  Map<HostId, HostEncryption> of(Collection<HostId> hosts);

  /**
   * How many enrolled hosts of a team, or of no team, have each status; hosts without one count
   * nowhere.
   */
  Map<DiskEncryptionStatus, Long> summary(Optional<TeamId> team);
}
