package io.pomona.testkit.memory;

import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxStore;
import io.pomona.api.outbox.OutboxTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

public final class InMemoryOutboxStore implements OutboxStore {
  private final World world;

  public InMemoryOutboxStore(World world) {
    this.world = world;
  }

  @Override
  public List<OutboxItem> lease(Set<OutboxTopic> topics, int limit, Instant now, Duration lease) {
    synchronized (world) {
      return world.outbox.values().stream()
          .filter(row -> topics.contains(row.topic) && !row.dueAt.isAfter(now))
          .limit(limit)
          .map(row -> row.lease(now.plus(lease)))
          .toList();
    }
  }

  @Override
  public void done(List<Long> ids) {
    synchronized (world) {
      ids.forEach(world.outbox::remove);
    }
  }

  @Override
  public void retry(long id, Instant at) {
    synchronized (world) {
      Optional.ofNullable(world.outbox.get(id)).ifPresent(row -> row.dueAt = at);
    }
  }
}
