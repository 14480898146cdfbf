package io.pomona.testkit.memory;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ExpiryStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public final class InMemoryExpiryStore implements ExpiryStore {
  private final World world;
  private final Set<List<Object>> told = new HashSet<>();

  public InMemoryExpiryStore(World world) {
    this.world = world;
  }

  @Override
  public boolean tell(
      String name, Instant notAfter, int thresholdDays, ActivityDraft activity, Instant now) {
    synchronized (world) {
      boolean fresh = told.add(List.of(name, notAfter, thresholdDays));
      if (fresh) {
        world.write(activity, now);
      }
      return fresh;
    }
  }
}
