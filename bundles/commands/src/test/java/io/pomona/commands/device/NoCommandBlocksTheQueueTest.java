package io.pomona.commands.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.WakeStore.Wake;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.MacCommandType;
import io.pomona.protocol.command.MacCommandTypes;
import io.pomona.testkit.Reports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Whatever a Mac does with one command, the others get their turn within its deadline. */
public class NoCommandBlocksTheQueueTest {
  private static final Duration DEADLINE = Duration.ofHours(24);

  /** How a Mac treats the one command that it does not like. */
  private interface Temper {
    Optional<byte[]> answer(ChannelId mac, CommandUuid uuid);
  }

  private static void eachType(Temper temper, CommandState expected) {
    for (MacCommandType type : MacCommandTypes.all()) {
      MacWire wire = new MacWire();
      Instant deadline = wire.clock.instant().plus(DEADLINE);
      CommandUuid disliked = wire.queue(type.requestType(), Optional.of(deadline));
      CommandUuid follower = wire.queue("SecurityInfo");
      pollUntil(wire, temper, disliked, deadline.plus(Duration.ofHours(1)));
      assertEquals(type.requestType(), CommandState.ACKNOWLEDGED, wire.state(follower));
      assertEquals(type.requestType(), expected, wire.state(disliked));
    }
  }

  private static void pollUntil(MacWire wire, Temper temper, CommandUuid disliked, Instant end) {
    while (wire.clock.instant().isBefore(end)) {
      wire.clock.advance(Duration.ofHours(3));
      wire.stores.commandQueue().expire(wire.clock.instant(), 10);
      Optional<CommandUuid> next = wire.send(Reports.idle(wire.channel).raw());
      while (next.isPresent()) {
        CommandUuid uuid = next.get();
        Optional<byte[]> answer =
            uuid.equals(disliked)
                ? temper.answer(wire.channel, uuid)
                : Optional.of(Reports.acknowledged(wire.channel, uuid).raw());
        next = answer.flatMap(wire::send);
      }
    }
  }

  @Test
  public void notNow() {
    eachType((mac, uuid) -> Optional.of(Reports.notNow(mac, uuid).raw()), CommandState.EXPIRED);
  }

  @Test
  public void error() {
    eachType(
        (mac, uuid) -> Optional.of(Reports.error(mac, uuid, "MCMDMErrorDomain", 1, "No").raw()),
        CommandState.ERROR);
  }

  @Test
  public void formatError() {
    eachType(
        (mac, uuid) -> Optional.of(Reports.formatError(mac, uuid).raw()),
        CommandState.FORMAT_ERROR);
  }

  @Test
  public void silence() {
    eachType((mac, uuid) -> Optional.empty(), CommandState.EXPIRED);
  }

  @Test
  public void undecodable() {
    eachType(
        (mac, uuid) -> {
          byte[] whole = Reports.acknowledged(mac, uuid).raw();
          String text = new String(whole, StandardCharsets.UTF_8);
          String damaged = text.replace("</dict>", "<key>Data</key><data>&\u0001</data></dict>");
          return Optional.of(damaged.getBytes(StandardCharsets.UTF_8));
        },
        CommandState.ACKNOWLEDGED);
  }

  @Test
  public void afterNotNowAPushIsDueOnceTheOthersAreServed() {
    MacWire wire = new MacWire();
    CommandUuid c1 = wire.queue("InstallProfile");
    CommandUuid c2 = wire.queue("SecurityInfo");
    wire.send(Reports.idle(wire.channel).raw());
    wire.send(Reports.notNow(wire.channel, c1).raw());
    wire.stores.wakes().lease(10, wire.clock.instant(), Duration.ofMinutes(1));
    wire.send(Reports.acknowledged(wire.channel, c2).raw());
    Instant later = wire.clock.advance(Duration.ofMinutes(2));
    List<Wake> due = wire.stores.wakes().lease(10, later, Duration.ofMinutes(1));
    assertTrue(due.stream().anyMatch(wake -> wake.channel().equals(wire.channel)));
  }
}
