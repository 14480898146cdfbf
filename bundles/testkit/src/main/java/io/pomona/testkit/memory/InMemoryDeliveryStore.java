package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityLink;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.Delivery.State;
import io.pomona.api.organization.DeliveryStore;
import io.pomona.api.organization.WebhookId;
import io.pomona.testkit.memory.WebhookTable.Item;
import io.pomona.testkit.memory.WebhookTable.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

public final class InMemoryDeliveryStore implements DeliveryStore {
  private final World world;
  private final WebhookTable table;

  public InMemoryDeliveryStore(World world) {
    this.world = world;
    this.table = world.webhooks;
  }

  @Override
  public boolean follow(int limit, Instant now) {
    synchronized (world) {
      long head = world.links.isEmpty() ? 0 : world.links.lastKey();
      Optional<Row> behind =
          table.webhooks.values().stream().filter(row -> row.position < head).findFirst();
      behind.ifPresent(row -> follow(row, limit));
      return behind.isPresent();
    }
  }

  private void follow(Row row, int limit) {
    List<ActivityLink> links =
        world.links.tailMap(row.position, false).values().stream().limit(limit).toList();
    links.stream()
        .map(ActivityLink::activity)
        .filter(activity -> !activity.createdAt().isBefore(row.createdAt))
        .filter(row.said::wants)
        .forEach(activity -> add(row.id, activity));
    row.position = links.get(links.size() - 1).position();
  }

  private void add(WebhookId webhook, Activity activity) {
    Delivery delivery =
        new Delivery(
            world.nextId(),
            "activity-" + activity.id(),
            activity.type(),
            activity.createdAt(),
            State.WAITING,
            0,
            Optional.empty(),
            "");
    table.items.put(
        delivery.id(), new Item(webhook, delivery, Optional.of(activity), Optional.empty()));
  }

  @Override
  public Optional<Turn> begin(int limit, Instant now, Duration longest) {
    synchronized (world) {
      Optional<Row> due =
          table.webhooks.values().stream()
              .filter(row -> !row.said.paused() && !row.leasedUntil.isAfter(now))
              .filter(row -> !row.retryAt.isAfter(now) && waiting(row.id).findAny().isPresent())
              .min(Comparator.comparing(row -> row.servedAt));
      return due.map(row -> begin(row, limit, now, now.plus(longest)));
    }
  }

  private Stream<Item> waiting(WebhookId id) {
    return table.items.values().stream().filter(item -> item.isOf(id, State.WAITING));
  }

  private Turn begin(Row row, int limit, Instant now, Instant until) {
    row.leasedUntil = until;
    row.servedAt = now;
    List<Parcel> parcels =
        waiting(row.id)
            .limit(limit)
            .map(item -> new Parcel(item.delivery, item.activity, item.event))
            .toList();
    return new Turn(table.uncounted(row), parcels, until);
  }

  @Override
  public boolean delivered(Turn turn, long delivery, String outcome, Instant now) {
    return settled(turn, delivery, State.DELIVERED, outcome, now);
  }

  @Override
  public boolean refused(Turn turn, long delivery, String outcome, Instant now) {
    return settled(turn, delivery, State.DEAD, outcome, now);
  }

  private boolean settled(Turn turn, long delivery, State state, String outcome, Instant now) {
    synchronized (world) {
      tried(delivery, state, outcome, now);
      Optional<Row> own = own(turn);
      own.ifPresent(
          row -> {
            row.failures = 0;
            row.retryAt = Instant.EPOCH;
          });
      return own.isPresent() && turn.until().isAfter(now);
    }
  }

  private Optional<Row> own(Turn turn) {
    return Optional.ofNullable(table.webhooks.get(turn.webhook().id().value()))
        .filter(row -> row.leasedUntil.equals(turn.until()));
  }

  private void tried(long delivery, State state, String outcome, Instant now) {
    Optional.ofNullable(table.items.get(delivery))
        .filter(item -> item.delivery.state() == State.WAITING)
        .ifPresent(
            item -> item.become(state, item.delivery.attempts() + 1, Optional.of(now), outcome));
  }

  @Override
  public int failed(
      Turn turn, long delivery, String outcome, Instant again, Instant old, Instant now) {
    synchronized (world) {
      tried(delivery, State.WAITING, outcome, now);
      own(turn)
          .ifPresent(
              row -> {
                row.failures++;
                row.retryAt = again;
                row.leasedUntil = Instant.EPOCH;
              });
      return bury(
          waiting(turn.webhook().id()).filter(item -> item.waitingSince.isBefore(old)), outcome);
    }
  }

  private static int bury(Stream<Item> items, String outcome) {
    List<Item> all = items.toList();
    all.forEach(item -> bury(item, outcome));
    return all.size();
  }

  private static void bury(Item item, String outcome) {
    Delivery was = item.delivery;
    item.become(
        State.DEAD,
        was.attempts(),
        was.triedAt(),
        was.outcome().isEmpty() ? outcome : was.outcome());
  }

  @Override
  public void end(Turn turn) {
    synchronized (world) {
      own(turn).ifPresent(row -> row.leasedUntil = Instant.EPOCH);
    }
  }

  @Override
  public List<Delivery> newest(WebhookId webhook, Optional<State> state, PageRequest page) {
    synchronized (world) {
      return table.items.descendingMap().values().stream()
          .filter(item -> item.webhook.equals(webhook))
          .map(item -> item.delivery)
          .filter(delivery -> state.map(one -> delivery.state() == one).orElse(true))
          .filter(delivery -> page.after() == 0 || delivery.id() < page.after())
          .skip(page.offset())
          .limit(page.limit())
          .toList();
    }
  }

  @Override
  public int redeliver(
      WebhookId webhook,
      Set<Long> deliveries,
      Instant now,
      Function<Integer, ActivityDraft> activity) {
    synchronized (world) {
      Row row = table.required(webhook);
      List<Item> dead =
          table.items.values().stream()
              .filter(item -> item.isOf(webhook, State.DEAD))
              .filter(item -> deliveries.isEmpty() || deliveries.contains(item.delivery.id()))
              .toList();
      for (Item item : dead) {
        Delivery was = item.delivery;
        item.become(State.WAITING, was.attempts(), was.triedAt(), was.outcome());
        item.waitingSince = now;
      }
      if (!dead.isEmpty()) {
        row.failures = 0;
        row.retryAt = Instant.EPOCH;
        world.write(activity.apply(dead.size()), now);
      }
      return dead.size();
    }
  }

  @Override
  public int giveUp(Instant old, int most, int limit, Instant now) {
    synchronized (world) {
      return table.webhooks.values().stream().mapToInt(row -> giveUp(row, old, most, limit)).sum();
    }
  }

  private int giveUp(Row row, Instant old, int most, int limit) {
    String outcome = "It waited for too long, or too many did.";
    int many = bury(waiting(row.id).limit(beyond(row, State.WAITING, most, limit)), outcome);
    Stream<Item> late =
        waiting(row.id).filter(item -> !row.said.paused() && item.waitingSince.isBefore(old));
    return many + bury(late.limit(limit), outcome);
  }

  private long beyond(Row row, State state, int most, int limit) {
    long all = table.items.values().stream().filter(item -> item.isOf(row.id, state)).count();
    return Math.min(limit, Math.max(0, all - most));
  }

  @Override
  public int purge(Instant before, int most, int limit) {
    synchronized (world) {
      int gone =
          forget(
              table.items.values().stream()
                  .filter(item -> item.delivery.at().isBefore(before))
                  .limit(limit));
      for (Row row : table.webhooks.values()) {
        gone += forget(row, State.DELIVERED, most, limit) + forget(row, State.DEAD, most, limit);
      }
      return gone;
    }
  }

  private int forget(Row row, State state, int most, int limit) {
    return forget(
        table.items.values().stream()
            .filter(item -> item.isOf(row.id, state))
            .limit(beyond(row, state, most, limit)));
  }

  private int forget(Stream<Item> items) {
    List<Item> all = items.toList();
    all.forEach(item -> table.items.remove(item.delivery.id()));
    return all.size();
  }
}
