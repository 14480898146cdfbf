package io.pomona.api.updates;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Optional;

/** What each team requires; it ends with the team. Each method is one transaction. */
public interface UpdatePolicyStore {
  /**
   * @param team empty for Macs of no team
   */
  Optional<UpdatePolicy> of(Optional<TeamId> team);

  /**
   * Marks the team's Macs as to be reconciled.
   *
   * @param policy empty for none
   */
  void put(
      Optional<TeamId> team, Optional<UpdatePolicy> policy, ActivityDraft activity, Instant now);
}
