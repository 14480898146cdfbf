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
      return world.updates.nudgeDue.lease(world, limit, now, lease);
    }
  }

  @Override
  public void markDue(Collection<HostId> hosts, Instant at) {
    synchronized (world) {
      hosts.forEach(id -> world.host(id).ifPresent(row -> world.updates.nudgeDue.mark(row, at)));
    }
  }

  @Override
  public void markAllDue(Instant at) {
    synchronized (world) {
      world.hosts.values().forEach(row -> world.updates.nudgeDue.mark(row, at));
    }
  }

  @Override
  public void looked(Collection<HostId> hosts) {
    synchronized (world) {
      hosts.forEach(world.updates.nudgeDue::done);
    }
  }
}
