package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * The macOS that a team's Macs must have before they enroll automatically; a team's ends with it.
 * Each method is one transaction.
 */
public interface MinimumVersionStore {
  /**
   * @param team empty for Macs of no team
   */
  Optional<String> of(Optional<TeamId> team);

  /**
   * @param version empty for any
   */
  void put(Optional<TeamId> team, Optional<String> version, ActivityDraft activity, Instant now);
}
