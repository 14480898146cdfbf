package io.pomona.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.RawCommand;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.ClassRule;
import org.junit.Test;

/** A command that nobody can open any more is given up, and the queue goes on. */
public class UnreadableCommandTest {
  private static final Instant NOW = SettableClock.START;

  @ClassRule public static final TestDatabase DATABASE = TestDatabase.h2Memory();

  private static CommandUuid queue(StoreAssembly stores, ChannelId mac) {
    CommandOrder order = Fixtures.order("SecurityInfo", "profiles", NOW, mac);
    stores.commandQueue().enqueue(List.of(order), List.of(), NOW);
    return order.command().uuid();
  }

  @Test
  public void theNextIsHandedOut() {
    ChannelId mac = Fixtures.enrolledMac(DATABASE.assembly(), 1, NOW).channel();
    CommandUuid lost = queue(DATABASE.assembly(), mac);
    CommandUuid alsoLost = queue(DATABASE.assembly(), mac);
    try (StoreAssembly stores =
        StoreAssembly.open(DATABASE.pool(), new FakeSecretVault("another key"))) {
      CommandUuid readable = queue(stores, mac);
      Optional<byte[]> next = stores.commandQueue().exchange(Reports.idle(mac), NOW);
      assertEquals(
          Optional.of(readable.value()), next.flatMap(body -> RawCommand.parse(body).uuid()));
      for (CommandUuid one : List.of(lost, alsoLost)) {
        CommandRecord record = stores.commandHistory().find(one, mac).orElseThrow();
        assertEquals(CommandState.ERROR, record.state());
        assertTrue(record.detail(), record.detail().contains("cannot be opened"));
      }
      Set<OutboxTopic> ended = Set.of(OutboxTopic.COMMAND_ENDED);
      assertEquals(
          2, stores.outbox().lease(ended, 10, NOW.plusSeconds(1), Duration.ofMinutes(1)).size());
    }
  }
}
