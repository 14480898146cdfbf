package io.pomona.testkit;

import static org.junit.Assert.assertEquals;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * A Mac whose answers come twice, late and in another order, as its seed wants it. They lead to the
 * same end as if they did not.
 */
public final class DisorderlyMac {
  private final StoreSet stores;
  private final ChannelId channel;
  private final SettableClock clock;
  private final Function<CommandReportEntry, Optional<CommandUuid>> server;
  private final int seed;
  private final Random random;
  private final Map<CommandUuid, CommandState> fate = new HashMap<>();
  private final Set<CommandUuid> putOff = new HashSet<>();
  private final List<CommandReportEntry> onTheWay = new ArrayList<>();

  /**
   * @param server takes a report and gives the next command
   */
  public DisorderlyMac(
      StoreSet stores,
      ChannelId channel,
      SettableClock clock,
      Function<CommandReportEntry, Optional<CommandUuid>> server,
      int seed) {
    this.stores = stores;
    this.channel = channel;
    this.clock = clock;
    this.server = server;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** Gets some commands, and fails unless each ended as it should and was told once. */
  public void play() {
    int commands = 1 + random.nextInt(6);
    for (int i = 0; i < commands; i++) {
      queue();
    }
    for (int step = 0; step < 30; step++) {
      clock.advance(Duration.ofMinutes(random.nextInt(24 * 60)));
      if (onTheWay.isEmpty() || random.nextInt(3) == 0) {
        receive(server.apply(Reports.idle(channel)));
      } else {
        deliverOne();
      }
    }
    settle();
    check();
  }

  private void queue() {
    CommandState end = random.nextInt(4) == 0 ? CommandState.ERROR : CommandState.ACKNOWLEDGED;
    String type = random.nextBoolean() ? "SecurityInfo" : "ProfileList";
    CommandOrder order = Fixtures.order(type, "profiles", clock.instant(), channel);
    stores.commandQueue().enqueue(List.of(order), List.of(), clock.instant());
    fate.put(order.command().uuid(), end);
    if (random.nextInt(4) == 0) {
      putOff.add(order.command().uuid());
    }
  }

  private void settle() {
    Optional<CommandUuid> next;
    do {
      while (!onTheWay.isEmpty()) {
        deliverOne();
      }
      next = server.apply(Reports.idle(channel));
      receive(next);
    } while (next.isPresent());
  }

  private void deliverOne() {
    receive(server.apply(onTheWay.remove(random.nextInt(onTheWay.size()))));
  }

  private void receive(Optional<CommandUuid> command) {
    if (command.isPresent()) {
      CommandReportEntry answer = answer(command.get());
      for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
        onTheWay.add(answer);
      }
    }
  }

  private CommandReportEntry answer(CommandUuid uuid) {
    if (putOff.remove(uuid)) {
      return Reports.notNow(channel, uuid);
    }
    return fate.get(uuid) == CommandState.ERROR
        ? Reports.error(channel, uuid, "MDMClientError", 7, "No")
        : Reports.acknowledged(channel, uuid);
  }

  private void check() {
    fate.forEach(
        (uuid, end) ->
            assertEquals(
                "seed " + seed,
                end,
                stores.commandHistory().find(uuid, channel).orElseThrow().state()));
    List<OutboxItem> news =
        stores
            .outbox()
            .lease(
                Set.of(OutboxTopic.COMMAND_ENDED),
                100,
                clock.instant().plusSeconds(1),
                Duration.ofMinutes(1));
    stores.outbox().done(news.stream().map(OutboxItem::id).toList());
    Set<String> told = new HashSet<>();
    news.forEach(item -> told.add(item.commandUuid().orElseThrow()));
    assertEquals("seed " + seed, fate.size(), news.size());
    assertEquals("seed " + seed, fate.size(), told.size());
  }
}
