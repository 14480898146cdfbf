package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.DeclarationStanding;
import io.pomona.api.updates.KeptReport;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.channel.ChannelId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Declarations, what channels were told of them and what they reported. */
final class DeclarationTables {
  final TreeMap<Long, TeamDeclaration> declarations = new TreeMap<>();
  final Map<ChannelId, DeclarationStanding> standings = new HashMap<>();
  final Map<ChannelId, KeptReport> reports = new HashMap<>();
  final HostMarkTable marks = new HostMarkTable();

  void deleteTeam(TeamId team) {
    declarations.values().removeIf(row -> row.team().equals(Optional.of(team)));
  }

  /** Before the channels of the host are removed. */
  void forget(World world, HostId host) {
    world.channels.values().stream()
        .filter(row -> row.host.equals(host))
        .forEach(
            row -> {
              standings.remove(row.channel);
              reports.remove(row.channel);
            });
    marks.forget(host);
  }
}
