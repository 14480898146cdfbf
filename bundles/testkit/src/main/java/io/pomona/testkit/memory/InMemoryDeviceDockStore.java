package io.pomona.testkit.memory;

import io.pomona.api.enrollment.DeviceDockStore;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.Optional;

public final class InMemoryDeviceDockStore implements DeviceDockStore {
  private final World world;

  public InMemoryDeviceDockStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<Boolean> isWanted() {
    synchronized (world) {
      return world.deviceDock;
    }
  }

  @Override
  public boolean put(boolean wanted, ActivityDraft activity, Instant now) {
    synchronized (world) {
      boolean changed = !world.deviceDock.equals(Optional.of(wanted));
      if (changed) {
        world.deviceDock = Optional.of(wanted);
        world.write(activity, now);
        world.hosts.values().forEach(row -> row.mark(now));
      }
      return changed;
    }
  }
}
