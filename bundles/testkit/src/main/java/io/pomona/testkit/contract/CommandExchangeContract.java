package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.commands.WakeStore.Pushed;
import io.pomona.api.commands.WakeStore.Wake;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.RawCommand;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** What every {@code CommandQueueStore} must do when a Mac polls. */
public class CommandExchangeContract extends StoreContract {
  private ChannelId mac;
  private Instant now = T;

  @Before
  public final void enrolled() {
    mac = mac(1).channel();
    drainOutbox();
  }

  private CommandUuid queue(String owner, int priority) {
    NewCommand command = Fixtures.command("SecurityInfo", owner, priority, now, Optional.empty());
    stores.commandQueue().enqueue(List.of(new CommandOrder(command, List.of(mac))), List.of(), now);
    return command.uuid();
  }

  private CommandUuid queue() {
    return queue("profiles", NewCommand.ROUTINE);
  }

  private Optional<CommandUuid> report(CommandReportEntry entry) {
    now = now.plusSeconds(1);
    return stores
        .commandQueue()
        .exchange(entry, now)
        .map(body -> new CommandUuid(RawCommand.parse(body).uuid().orElseThrow()));
  }

  private Optional<CommandUuid> idle() {
    return report(Reports.idle(mac));
  }

  private Optional<CommandUuid> acknowledge(CommandUuid uuid) {
    return report(Reports.acknowledged(mac, uuid));
  }

  private Optional<CommandUuid> notNow(CommandUuid uuid) {
    return report(Reports.notNow(mac, uuid));
  }

  private CommandRecord record(CommandUuid uuid) {
    return stores.commandHistory().find(uuid, mac).orElseThrow();
  }

  private static final Optional<CommandUuid> NOTHING = Optional.empty();

  @Test
  public void basic() {
    assertEquals(NOTHING, idle());
    CommandUuid c1 = queue();
    CommandUuid c2 = queue();
    assertEquals(Optional.of(c1), idle());
    assertEquals(CommandState.SENT, record(c1).state());
    assertEquals(Optional.of(c2), acknowledge(c1));
    assertEquals(NOTHING, acknowledge(c2));
    assertEquals(NOTHING, idle());
  }

  @Test
  public void notNowComesBackWithIdle() {
    CommandUuid c = queue();
    assertEquals(Optional.of(c), idle());
    assertEquals(NOTHING, notNow(c));
    assertEquals(CommandState.NOT_NOW, record(c).state());
    assertEquals(Optional.of(c), idle());
    assertEquals(NOTHING, acknowledge(c));
    assertEquals(NOTHING, idle());
  }

  @Test
  public void notNowDoesNotBlockTheOthers() {
    CommandUuid c1 = queue();
    CommandUuid c2 = queue();
    assertEquals(Optional.of(c1), idle());
    assertEquals(Optional.of(c2), notNow(c1));
    assertEquals(NOTHING, acknowledge(c2));
    assertEquals(Optional.of(c1), idle());
  }

  @Test
  public void whenOnlyPutOffOnesRemainAfterAnAnswerAPushIsDue() {
    CommandUuid c1 = queue();
    CommandUuid c2 = queue();
    stores.wakes().lease(10, now, MINUTE).forEach(wake -> pushed(wake, HOUR.multipliedBy(24)));
    idle();
    notNow(c1);
    acknowledge(c2);
    List<Wake> due = stores.wakes().lease(10, now.plus(HOUR), MINUTE);
    assertEquals(List.of(mac), due.stream().map(Wake::channel).toList());
  }

  private void pushed(Wake wake, Duration again) {
    stores
        .wakes()
        .pushed(
            List.of(
                new Pushed(
                    wake.channel(),
                    wake.target(),
                    PushVerdict.of(Outcome.ACCEPTED, ""),
                    now.plus(again),
                    now)));
  }

  @Test
  public void aLostAnswerIsRepairedByHandingOutTheSameAgain() {
    CommandUuid c1 = queue();
    queue("profiles", NewCommand.URGENT - 50);
    CommandUuid first = idle().orElseThrow();
    assertEquals(Optional.of(first), idle());
    assertTrue(!first.equals(c1));
  }

  @Test
  public void onlyOneIsUnderWay() {
    CommandUuid c1 = queue();
    CommandUuid c2 = queue();
    assertEquals(Optional.of(c1), idle());
    CommandUuid urgent = queue("profiles", NewCommand.URGENT);
    assertEquals(Optional.of(c1), idle());
    assertEquals(Optional.of(urgent), acknowledge(c1));
    assertEquals(Optional.of(urgent), acknowledge(c1));
    assertEquals(CommandState.QUEUED, record(c2).state());
    assertEquals(Optional.of(c2), acknowledge(urgent));
  }

  @Test
  public void higherPriorityGoesFirstThenAge() {
    CommandUuid first = queue();
    CommandUuid second = queue();
    CommandUuid urgent = queue("profiles", NewCommand.URGENT);
    assertEquals(Optional.of(urgent), idle());
    assertEquals(Optional.of(first), acknowledge(urgent));
    assertEquals(Optional.of(second), acknowledge(first));
  }

  @Test
  public void anUrgentOneOvertakesWhatIsPutOffAndWhatWaits() {
    CommandUuid putOff = queue();
    idle();
    CommandUuid waiting = queue();
    assertEquals(Optional.of(waiting), notNow(putOff));
    CommandUuid urgent = queue(NewCommand.ADMIN, NewCommand.URGENT);
    CommandUuid late = queue();
    assertEquals(Optional.of(urgent), acknowledge(waiting));
    assertEquals(Optional.of(late), acknowledge(urgent));
    assertEquals(NOTHING, notNow(late));
    CommandUuid another = queue(NewCommand.ADMIN, NewCommand.URGENT);
    assertEquals("before those that were put off", Optional.of(another), idle());
  }

  @Test
  public void putOffOnesKeepTheirPlaceOnIdle() {
    CommandUuid c1 = queue();
    CommandUuid c2 = queue();
    idle();
    assertEquals(Optional.of(c2), notNow(c1));
    assertEquals(NOTHING, notNow(c2));
    assertEquals(Optional.of(c1), idle());
    assertEquals(NOTHING, acknowledge(c1));
    assertEquals(Optional.of(c2), idle());
  }

  @Test
  public void anAnswerIsStoredOnceAndTold() {
    CommandUuid c = queue();
    idle();
    CommandReportEntry answer = Reports.acknowledged(mac, c, "SecurityInfo", java.util.Map.of());
    report(answer);
    assertEquals(CommandState.ACKNOWLEDGED, record(c).state());
    assertEquals(now, record(c).updatedAt());
    assertArrayEquals(answer.raw(), stores.commandHistory().result(c, mac).orElseThrow());
    OutboxItem news = drainOutbox().get(0);
    assertEquals(OutboxTopic.COMMAND_ENDED, news.topic());
    assertEquals(mac, news.channel());
    assertEquals(Optional.of(c.value()), news.commandUuid());
    report(Reports.error(mac, c, "MCMDMErrorDomain", 12021, "late"));
    assertEquals(CommandState.ACKNOWLEDGED, record(c).state());
    assertArrayEquals(answer.raw(), stores.commandHistory().result(c, mac).orElseThrow());
    assertEquals(List.of(), drainOutbox());
  }

  @Test
  public void aPersonIsNotToldThroughTheOutbox() {
    CommandUuid c = queue(NewCommand.ADMIN, NewCommand.ROUTINE);
    idle();
    acknowledge(c);
    assertEquals(CommandState.ACKNOWLEDGED, record(c).state());
    assertEquals(List.of(), drainOutbox());
  }

  @Test
  public void errorsAreKeptInWords() {
    CommandUuid c = queue();
    CommandUuid malformed = queue();
    idle();
    assertEquals(
        Optional.of(malformed),
        report(Reports.error(mac, c, "MCMDMErrorDomain", 12021, "Unknown command")));
    assertEquals(CommandState.ERROR, record(c).state());
    assertTrue(record(c).detail(), record(c).detail().contains("Unknown command"));
    assertEquals(NOTHING, report(Reports.formatError(mac, malformed)));
    assertEquals(CommandState.FORMAT_ERROR, record(malformed).state());
    assertEquals(2, drainOutbox().size());
  }

  @Test
  public void anUnknownCommandChangesNothingAndTheConversationGoesOn() {
    CommandUuid c = queue();
    assertEquals(Optional.of(c), acknowledge(CommandUuid.random()));
    assertEquals(List.of(), drainOutbox());
    assertEquals(NOTHING, acknowledge(c));
  }

  @Test
  public void anUnknownMacGetsNothing() {
    ChannelId stranger = ChannelId.device("STRANGER");
    assertEquals(NOTHING, report(Reports.idle(stranger)));
    assertEquals(NOTHING, report(Reports.acknowledged(stranger, CommandUuid.random())));
  }

  @Test
  public void anAnswerUnderAnotherMacsCommandChangesNothing() {
    CommandUuid c = queue();
    ChannelId other = mac(2).channel();
    drainOutbox();
    report(Reports.acknowledged(other, c));
    assertEquals(CommandState.QUEUED, record(c).state());
    assertEquals(List.of(), drainOutbox());
  }

  @Test
  public void userChannelsHaveTheirOwnQueue() {
    ChannelId user = ChannelId.user(mac.device(), "0A1B2C3D-0000-4000-8000-000000000001");
    stores.enrollments().token(Fixtures.token(user, now));
    CommandUuid device = queue();
    assertEquals(NOTHING, report(Reports.idle(user)));
    assertEquals(Optional.of(device), idle());
  }

  @Test
  public void theCommandIsHandedOutByteForByte() {
    NewCommand command = Fixtures.command("SecurityInfo", "profiles", now);
    stores.commandQueue().enqueue(List.of(new CommandOrder(command, List.of(mac))), List.of(), now);
    assertArrayEquals(
        command.body(), stores.commandQueue().exchange(Reports.idle(mac), now).orElseThrow());
    assertArrayEquals(command.body(), stores.commandHistory().body(command.uuid()).orElseThrow());
  }

  @Test
  public void anAnswerToSomethingPutOffCounts() {
    CommandUuid c = queue();
    idle();
    notNow(c);
    acknowledge(c);
    assertEquals(CommandState.ACKNOWLEDGED, record(c).state());
  }

  @Test
  public void fiftyAtOnceGetTheSameCommand() throws Exception {
    for (int i = 0; i < 5; i++) {
      queue();
    }
    List<Optional<CommandUuid>> given =
        Race.of(
            50,
            i ->
                () ->
                    stores
                        .commandQueue()
                        .exchange(Reports.idle(mac), T)
                        .map(body -> new CommandUuid(RawCommand.parse(body).uuid().orElseThrow())));
    assertEquals(1, new HashSet<>(given).size());
  }

  @Test
  public void fiftyEqualAnswersAreOneAnswer() throws Exception {
    CommandUuid c = queue();
    idle();
    Race.of(50, i -> () -> stores.commandQueue().exchange(Reports.acknowledged(mac, c), T));
    assertEquals(1, drainOutbox().size());
  }
}
