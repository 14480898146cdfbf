package io.pomona.commands.device;

import static org.junit.Assert.assertEquals;

import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** Answers that come twice, late and in another order lead to the same end as if they did not. */
public class DuplicatesAndDisorderTest {
  private static final int SEEDS = 1000;

  @Test
  public void everySeedEndsAsIfInOrder() {
    for (int seed = 0; seed < SEEDS; seed++) {
      new Script(seed).play();
    }
  }

  private static final class Script {
    private final int seed;
    private final Random random;
    private final MacWire wire = new MacWire();
    private final Map<CommandUuid, CommandState> fate = new HashMap<>();
    private final Set<CommandUuid> putOff = new java.util.HashSet<>();
    private final List<byte[]> onTheWay = new ArrayList<>();

    Script(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void play() {
      int commands = 1 + random.nextInt(6);
      for (int i = 0; i < commands; i++) {
        queue();
      }
      for (int step = 0; step < 30; step++) {
        wire.clock.advance(Duration.ofMinutes(random.nextInt(24 * 60)));
        if (onTheWay.isEmpty() || random.nextInt(3) == 0) {
          receive(wire.send(Reports.idle(wire.channel).raw()));
        } else {
          deliverOne();
        }
      }
      settle();
      check();
    }

    private void queue() {
      CommandState end = random.nextInt(4) == 0 ? CommandState.ERROR : CommandState.ACKNOWLEDGED;
      CommandUuid uuid = wire.queue(random.nextBoolean() ? "SecurityInfo" : "ProfileList");
      fate.put(uuid, end);
      if (random.nextInt(4) == 0) {
        putOff.add(uuid);
      }
    }

    private void settle() {
      Optional<CommandUuid> next;
      do {
        while (!onTheWay.isEmpty()) {
          deliverOne();
        }
        next = wire.send(Reports.idle(wire.channel).raw());
        receive(next);
      } while (next.isPresent());
    }

    private void deliverOne() {
      receive(wire.send(onTheWay.remove(random.nextInt(onTheWay.size()))));
    }

    private void receive(Optional<CommandUuid> command) {
      if (command.isEmpty()) {
        return;
      }
      CommandUuid uuid = command.get();
      byte[] answer =
          putOff.remove(uuid)
              ? Reports.notNow(wire.channel, uuid).raw()
              : fate.get(uuid) == CommandState.ERROR
                  ? Reports.error(wire.channel, uuid, "MDMClientError", 7, "No").raw()
                  : Reports.acknowledged(wire.channel, uuid).raw();
      for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
        onTheWay.add(answer);
      }
    }

    private void check() {
      fate.forEach((uuid, end) -> assertEquals("seed " + seed, end, wire.state(uuid)));
      Set<String> told = new TreeSet<>();
      List<OutboxItem> items =
          wire.stores
              .outbox()
              .lease(
                  Set.of(OutboxTopic.COMMAND_ENDED),
                  100,
                  wire.clock.instant(),
                  Duration.ofMinutes(1));
      items.forEach(item -> told.add(item.commandUuid().orElseThrow()));
      assertEquals("seed " + seed, fate.size(), items.size());
      assertEquals("seed " + seed, fate.size(), told.size());
    }
  }
}
