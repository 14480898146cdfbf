package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import java.time.Instant;
import java.util.List;

public final class InMemoryActivityStore implements ActivityStore {
  private final World world;

  public InMemoryActivityStore(World world) {
    this.world = world;
  }

  @Override
  public void append(ActivityDraft activity, Instant now) {
    synchronized (world) {
      world.write(activity, now);
    }
  }

  @Override
  public List<Activity> newest(PageRequest page) {
    synchronized (world) {
      return world.activities.descendingMap().values().stream()
          .filter(row -> page.after() == 0 || row.id() < page.after())
          .skip(page.offset())
          .limit(page.limit())
          .toList();
    }
  }
}
