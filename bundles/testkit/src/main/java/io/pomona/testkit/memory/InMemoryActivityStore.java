package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.ActivityStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
  public List<Activity> newest(ActivityFilter filter, PageRequest page) {
    synchronized (world) {
      return world.activities.descendingMap().values().stream()
          .filter(row -> page.after() == 0 || row.id() < page.after())
          .filter(row -> fits(filter, row))
          .skip(page.offset())
          .limit(page.limit())
          .toList();
    }
  }

  private static boolean fits(ActivityFilter filter, Activity row) {
    return holds(filter.type(), type -> type.label().equals(row.type()))
        && holds(filter.actor(), id -> row.actor().equals(Optional.of(id)))
        && holds(filter.actorEmail(), email -> lower(row.actorEmail()).equals(email))
        && holds(filter.host(), id -> isOf(row, id.value()))
        && holds(filter.team(), id -> row.teams().contains(id))
        && (filter.scope().all() || row.teams().stream().anyMatch(filter.scope().teams()::contains))
        && holds(filter.since(), since -> !row.createdAt().isBefore(since))
        && holds(filter.until(), until -> row.createdAt().isBefore(until))
        && Stream.of(row.actorName(), row.actorEmail(), row.type())
            .anyMatch(text -> lower(text).contains(lower(filter.query())));
  }

  private static boolean isOf(Activity row, Long host) {
    return host.equals(row.details().get("host_id"))
        || row.details().get("host_ids") instanceof List<?> hosts && hosts.contains(host);
  }

  private static <T> boolean holds(Optional<T> wanted, Predicate<T> condition) {
    return wanted.map(condition::test).orElse(true);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
