package io.pomona.testkit.memory;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Marks on enrolled hosts that are to be looked at; one that is set during a lease outlives it. */
final class HostMarkTable {
  private final Map<HostId, Mark> marks = new LinkedHashMap<>();

  /** A host that is due. */
  private static final class Mark {
    private Instant at;
    private Instant leasedUntil = Instant.EPOCH;
    private boolean anew = true;

    Mark(Instant at) {
      this.at = at;
    }

    void again(Instant next) {
      boolean first = leasedUntil.isAfter(Instant.EPOCH) && !anew;
      at = first || next.isBefore(at) ? next : at;
      anew = true;
    }

    boolean isDue(Instant now) {
      return !at.isAfter(now) && !leasedUntil.isAfter(now);
    }

    void lease(Instant until) {
      leasedUntil = until;
      anew = false;
    }
  }

  void mark(HostRow host, Instant at) {
    if (host.mdm.isOn()) {
      Optional.ofNullable(marks.putIfAbsent(host.id, new Mark(at)))
          .ifPresent(mark -> mark.again(at));
    }
  }

  List<Host> lease(World world, int limit, Instant now, Duration lease) {
    List<HostId> due =
        marks.entrySet().stream()
            .filter(entry -> entry.getValue().isDue(now))
            .map(Map.Entry::getKey)
            .filter(id -> world.host(id).filter(row -> row.mdm.isOn()).isPresent())
            .limit(limit)
            .toList();
    due.forEach(id -> marks.get(id).lease(now.plus(lease)));
    return due.stream().map(id -> world.hosts.get(id).toHost()).toList();
  }

  void done(HostId host) {
    if (marks.containsKey(host) && !marks.get(host).anew) {
      marks.remove(host);
    } else if (marks.containsKey(host)) {
      marks.get(host).leasedUntil = Instant.EPOCH;
    }
  }

  void forget(HostId host) {
    marks.remove(host);
  }
}
