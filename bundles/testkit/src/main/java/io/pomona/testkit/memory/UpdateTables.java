package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgePackage;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdateSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of macOS updates. */
final class UpdateTables {
  final Map<Optional<TeamId>, UpdateSettings> settings = new HashMap<>();
  final Map<HostId, OsUpdateStanding> standings = new HashMap<>();

  Optional<NudgePackage> nudge = Optional.empty();
  final Map<HostId, NudgeInstall> installs = new HashMap<>();
  final Map<HostId, DeclarationTables.Mark> nudgeDue = new LinkedHashMap<>();

  UpdateSettings of(Optional<TeamId> team) {
    return settings.getOrDefault(team, UpdateSettings.nothing());
  }

  ZoneId zone() {
    return of(Optional.empty()).zone().orElse(UpdatePolicy.USUAL_ZONE);
  }

  void markNudge(HostRow host, Instant at) {
    if (host.mdm.isOn()) {
      Optional.ofNullable(nudgeDue.putIfAbsent(host.id, new DeclarationTables.Mark(at)))
          .ifPresent(mark -> mark.again(at));
    }
  }

  void deleteHost(HostId host) {
    installs.remove(host);
    nudgeDue.remove(host);
  }

  void deleteTeam(TeamId team) {
    settings.remove(Optional.of(team));
  }
}
