package io.pomona.testkit.memory;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.NudgeDueStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

public final class InMemoryNudgeDueStore implements NudgeDueStore {
  private final World world;

  public InMemoryNudgeDueStore(World world) {
    this.world = world;
  }

  @Override
  public List<Host> leaseDue(int limit, Instant now, Duration lease) {
    synchronized (world) {
      return world.updates.nudgeDue.entrySet().stream()
          .filter(entry -> isDue(entry.getValue(), now))
          .filter(entry -> world.host(entry.getKey()).filter(row -> row.mdm.isOn()).isPresent())
          .limit(limit)
          .map(
              entry -> {
                entry.getValue().leasedUntil = now.plus(lease);
                entry.getValue().anew = false;
                return world.hosts.get(entry.getKey()).toHost();
              })
          .toList();
    }
  }

  private static boolean isDue(DeclarationTables.Mark mark, Instant now) {
    return !mark.at.isAfter(now) && !mark.leasedUntil.isAfter(now);
  }

  private boolean isAnew(HostId host) {
    return world.updates.nudgeDue.get(host).anew;
  }

  @Override
  public void markDue(Collection<HostId> hosts, Instant at) {
    synchronized (world) {
      hosts.forEach(id -> world.host(id).ifPresent(row -> world.updates.markNudge(row, at)));
    }
  }

  @Override
  public void markAllDue(Instant at) {
    synchronized (world) {
      world.hosts.values().forEach(row -> world.updates.markNudge(row, at));
    }
  }

  @Override
  public void looked(Collection<HostId> hosts) {
    synchronized (world) {
      world.updates.nudgeDue.keySet().removeIf(id -> hosts.contains(id) && !isAnew(id));
      world.updates.nudgeDue.entrySet().stream()
          .filter(entry -> hosts.contains(entry.getKey()))
          .forEach(entry -> entry.getValue().leasedUntil = Instant.EPOCH);
    }
  }
}
