package io.pomona.testkit.memory;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.updates.NudgePackage;
import io.pomona.api.updates.NudgePackageStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class InMemoryNudgePackageStore implements NudgePackageStore {
  private final World world;

  public InMemoryNudgePackageStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<NudgePackage> find() {
    synchronized (world) {
      return world.updates.nudge;
    }
  }

  @Override
  public void put(NudgePackage added, List<ActivityDraft> activities) {
    synchronized (world) {
      world.updates.nudge = Optional.of(added);
      world.hosts.values().forEach(row -> world.updates.nudgeDue.mark(row, added.createdAt()));
      activities.forEach(draft -> world.write(draft, added.createdAt()));
    }
  }

  @Override
  public boolean delete(List<ActivityDraft> activities, Instant now) {
    synchronized (world) {
      boolean deleted = world.updates.nudge.isPresent();
      world.updates.nudge = Optional.empty();
      if (deleted) {
        activities.forEach(draft -> world.write(draft, now));
      }
      return deleted;
    }
  }
}
