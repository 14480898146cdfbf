package io.pomona.testkit.memory;

import io.pomona.api.abm.SetupSettings;
import io.pomona.api.organization.TeamId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the set-up of Macs. */
final class SetupTables {
  final Map<Optional<TeamId>, SetupSettings> settings = new HashMap<>();

  void deleteTeam(TeamId team) {
    settings.remove(Optional.of(team));
  }
}
