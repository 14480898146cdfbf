package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import java.util.List;
import java.util.Optional;

/** The setup settings of each team; a team's end with it. Each method is one transaction. */
public interface SetupSettingsStore {
  /**
   * @param team empty for Macs of no team
   */
  SetupSettings of(Optional<TeamId> team);

  void put(Optional<TeamId> team, SetupSettings settings, List<ActivityDraft> activities);
}
