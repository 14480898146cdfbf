package io.pomona.api.updates;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What each team requires; it ends with the team. Each method is one transaction. */
public interface UpdatePolicyStore {
  /**
   * What is required, with the zone of the organization where the team has none of its own.
   *
   * @param team empty for Macs of no team
   */
  Optional<UpdatePolicy> of(Optional<TeamId> team);

  /** The same of all teams and of none; those that require nothing are not in it. */
  Map<Optional<TeamId>, UpdatePolicy> all();

  /** As it was set. */
  UpdateSettings settings(Optional<TeamId> team);

  /**
   * Marks the team's Macs as to be reconciled; all Macs when it changes the zone of the
   * organization.
   *
   * @throws io.pomona.api.MdmException not found when the team is gone
   */
  void put(Optional<TeamId> team, UpdateSettings settings, ActivityDraft activity, Instant now);

  /**
   * The same with time and zone of its own.
   *
   * @param policy empty for none
   */
  default void put(
      Optional<TeamId> team, Optional<UpdatePolicy> policy, ActivityDraft activity, Instant now) {
    put(team, policy.map(UpdateSettings::of).orElse(UpdateSettings.nothing()), activity, now);
  }
}
