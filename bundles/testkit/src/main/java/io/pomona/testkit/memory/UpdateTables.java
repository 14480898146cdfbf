package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgePackage;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdateSettings;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of macOS updates. */
final class UpdateTables {
  final Map<Optional<TeamId>, UpdateSettings> settings = new HashMap<>();
  final Map<HostId, OsUpdateStanding> standings = new HashMap<>();

  Optional<NudgePackage> nudge = Optional.empty();
  final Map<HostId, NudgeInstall> installs = new HashMap<>();
  final HostMarkTable nudgeDue = new HostMarkTable();

  UpdateSettings of(Optional<TeamId> team) {
    return settings.getOrDefault(team, UpdateSettings.nothing());
  }

  ZoneId zone() {
    return of(Optional.empty()).zone().orElse(UpdatePolicy.USUAL_ZONE);
  }

  void deleteHost(HostId host) {
    installs.remove(host);
    nudgeDue.forget(host);
  }

  void deleteTeam(TeamId team) {
    settings.remove(Optional.of(team));
  }
}
