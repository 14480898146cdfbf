package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.DeclarationStanding;
import io.pomona.api.updates.KeptReport;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Declarations, what channels were told of them and what they reported. */
final class DeclarationTables {
  final TreeMap<Long, TeamDeclaration> declarations = new TreeMap<>();
  final Map<ChannelId, DeclarationStanding> standings = new HashMap<>();
  final Map<ChannelId, KeptReport> reports = new HashMap<>();
  final Map<HostId, Mark> marks = new LinkedHashMap<>();

  /** A host that is due. */
  static final class Mark {
    Instant at;
    Instant leasedUntil = Instant.EPOCH;
    boolean anew = true;

    Mark(Instant at) {
      this.at = at;
    }

    void again(Instant next) {
      boolean first = leasedUntil.isAfter(Instant.EPOCH) && !anew;
      at = first || next.isBefore(at) ? next : at;
      anew = true;
    }
  }

  void mark(HostRow host, Instant at) {
    if (host.mdm.isOn()) {
      Optional.ofNullable(marks.putIfAbsent(host.id, new Mark(at)))
          .ifPresent(mark -> mark.again(at));
    }
  }

  void done(HostId host) {
    if (marks.containsKey(host) && !marks.get(host).anew) {
      marks.remove(host);
    } else if (marks.containsKey(host)) {
      marks.get(host).leasedUntil = Instant.EPOCH;
    }
  }

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
    marks.remove(host);
  }
}
