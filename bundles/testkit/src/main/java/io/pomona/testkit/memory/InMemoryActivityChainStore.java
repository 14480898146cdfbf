package io.pomona.testkit.memory;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class InMemoryActivityChainStore implements ActivityChainStore {
  private final World world;
  private Optional<byte[]> key = Optional.empty();

  public InMemoryActivityChainStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<Head> head() {
    synchronized (world) {
      Optional<ActivityLink> last =
          Optional.ofNullable(world.links.lastEntry()).map(entry -> entry.getValue());
      return key.map(
          own ->
              new Head(
                  last.map(ActivityLink::position).orElse(0L),
                  last.map(ActivityLink::hash).orElse(ActivityLink.BEGINNING),
                  own));
    }
  }

  @Override
  public void begin(byte[] sealedKey) {
    synchronized (world) {
      key = key.or(() -> Optional.of(sealedKey));
    }
  }

  @Override
  public int chain(int limit, ActivityLink.Hash hash) {
    synchronized (world) {
      List<Activity> waiting = head().isEmpty() ? List.of() : unchained().limit(limit).toList();
      for (Activity activity : waiting) {
        Head last = head().orElseThrow();
        long position = last.position() + 1;
        String own = hash.of(position, last.hash(), activity);
        world.links.put(position, new ActivityLink(position, last.hash(), own, activity));
      }
      return waiting.size();
    }
  }

  private Stream<Activity> unchained() {
    Set<Long> chained =
        world.links.values().stream().map(link -> link.activity().id()).collect(Collectors.toSet());
    return world.activities.values().stream().filter(row -> !chained.contains(row.id()));
  }

  @Override
  public List<ActivityLink> links(long afterPosition, int limit) {
    synchronized (world) {
      return world.links.tailMap(afterPosition, false).values().stream().limit(limit).toList();
    }
  }

  @Override
  public Optional<Instant> oldestUnchained() {
    synchronized (world) {
      return unchained().findFirst().map(Activity::createdAt);
    }
  }
}
