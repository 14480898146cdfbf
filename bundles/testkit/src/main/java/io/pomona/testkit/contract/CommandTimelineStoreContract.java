package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.ChannelStanding;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTimelineStore.Span;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandTrail.NotNow;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.commands.PushRecord;
import io.pomona.api.commands.WakeStore.Pushed;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** What every {@code CommandTimelineStore} must do. */
public class CommandTimelineStoreContract extends StoreContract {
  private static final Span EVER =
      new Span(ChannelId.device("X"), T.minus(HOUR), T.plus(HOUR.multipliedBy(100)));

  private EnrolledMac mac;
  private ChannelId channel;

  @Before
  public final void enrolled() {
    mac = mac(1);
    channel = mac.channel();
  }

  private static NewCommand command(String owner, int priority) {
    return Fixtures.command("SecurityInfo", owner, priority, T, Optional.empty());
  }

  private CommandUuid queue(NewCommand command, ChannelId... channels) {
    CommandOrder order = new CommandOrder(command, List.of(channels));
    stores.commandQueue().enqueue(List.of(order), List.of(), T);
    return command.uuid();
  }

  private CommandUuid queue() {
    return queue(command("profiles", NewCommand.ROUTINE), channel);
  }

  private CommandTrail trail(CommandUuid uuid) {
    return stores
        .commandTimeline()
        .ofCommand(uuid, Optional.of(mac.host()), TeamScope.everywhere(), Optional.empty(), 10)
        .get(0);
  }

  private void idle(Instant at) {
    stores.commandQueue().exchange(Reports.idle(channel), at);
  }

  private void push(Outcome outcome, String reason, Instant at) {
    stores.wakes().lease(10, at, MINUTE);
    PushVerdict verdict = PushVerdict.of(outcome, reason);
    stores
        .wakes()
        .pushed(
            List.of(
                new Pushed(channel, Fixtures.push(channel.value()), verdict, at.plus(MINUTE), at)));
  }

  @Test
  public void aQueuedOneSaysWhyAndWhetherItIsUrgent() {
    CommandTrail routine = trail(queue(command("profiles", 0).because("profile Wi-Fi"), channel));
    assertEquals("profile Wi-Fi", routine.reason());
    assertFalse(routine.urgent());
    assertEquals(CommandState.QUEUED, routine.command().state());
    assertEquals(Optional.empty(), routine.handedOutAt());
    assertTrue(trail(queue(command("profiles", NewCommand.URGENT), channel)).urgent());
  }

  @Test
  public void theTimeOfHandingOutOutlivesTheAnswer() {
    CommandUuid uuid = queue();
    idle(T.plusSeconds(5));
    assertEquals(Optional.of(T.plusSeconds(5)), trail(uuid).handedOutAt());
    assertFalse(trail(uuid).answered());
    stores.commandQueue().exchange(Reports.acknowledged(channel, uuid), T.plusSeconds(8));
    CommandTrail ended = trail(uuid);
    assertEquals(CommandState.ACKNOWLEDGED, ended.command().state());
    assertEquals(Optional.of(T.plusSeconds(5)), ended.handedOutAt());
    assertEquals(T.plusSeconds(8), ended.command().updatedAt());
    assertTrue(ended.answered());
  }

  @Test
  public void eachNotNowIsKeptOnceWithItsHandingOut() {
    CommandUuid uuid = queue();
    for (int round = 1; round <= 2; round++) {
      idle(T.plusSeconds(10 * round));
      stores.commandQueue().exchange(Reports.notNow(channel, uuid), T.plusSeconds(10 * round + 1));
      stores.commandQueue().exchange(Reports.notNow(channel, uuid), T.plusSeconds(10 * round + 2));
    }
    CommandTrail trail = trail(uuid);
    assertEquals(
        List.of(
            new NotNow(T.plusSeconds(10), T.plusSeconds(11)),
            new NotNow(T.plusSeconds(20), T.plusSeconds(21))),
        trail.notNows());
    assertEquals(Optional.empty(), trail.handedOutAt());
    assertEquals(CommandState.NOT_NOW, trail.command().state());
  }

  @Test
  public void whoCancelledIsKept() {
    CommandUuid uuid = queue();
    CommandUuid underWay = queue(command("profiles", NewCommand.URGENT), channel);
    idle(T.plusSeconds(1));
    for (CommandUuid each : List.of(uuid, underWay)) {
      stores
          .commandQueue()
          .cancel(each, Map.of(channel, Fixtures.activity("canceled_mdm_command")), T.plus(MINUTE));
    }
    assertEquals("Pomona", trail(uuid).endedBy());
    assertEquals(Optional.empty(), trail(uuid).handedOutAt());
    assertEquals(Optional.of(T.plusSeconds(1)), trail(underWay).handedOutAt());
    assertEquals(Optional.empty(), trail(underWay).replacedBy());
  }

  @Test
  public void whatEndsWithTheEnrollmentSaysSo() {
    CommandUuid uuid = queue();
    stores.enrollments().checkOut(channel, T.plus(MINUTE), Fixtures.activity("mdm_unenrolled"));
    assertEquals(CommandState.CANCELLED, trail(uuid).command().state());
    assertEquals("The Mac's enrollment has ended.", trail(uuid).command().detail());
  }

  @Test
  public void aNewerOneOfTheSameTopicTakesThePlace() {
    ChannelId other = mac(2).channel();
    CommandUuid old = queue(command("admin", 0).about("facts"), channel, other);
    CommandUuid otherOwner = queue(command("profiles", 0).about("facts"), channel);
    CommandUuid otherTopic = queue(command("admin", 0).about("apps"), channel);
    CommandUuid urgent = queue(command("admin", NewCommand.URGENT).about("facts"), channel);
    drainOutbox();
    CommandUuid newer = queue(command("admin", 0).about("facts"), channel);
    assertEquals(CommandState.CANCELLED, trail(old).command().state());
    assertEquals(Optional.of(urgent), trail(old).replacedBy());
    assertEquals("Pomona", trail(old).endedBy());
    assertEquals(
        CommandState.QUEUED, stores.commandHistory().find(old, other).orElseThrow().state());
    for (CommandUuid each : List.of(otherOwner, otherTopic, urgent, newer)) {
      assertEquals(CommandState.QUEUED, trail(each).command().state());
    }
    assertEquals(List.of(), drainOutbox());
  }

  @Test
  public void whatIsUnderWayIsNotReplaced() {
    CommandUuid old = queue(command("admin", 0).about("facts"), channel);
    idle(T);
    CommandUuid newer = queue(command("admin", 0).about("facts"), channel);
    assertEquals(CommandState.SENT, trail(old).command().state());
    assertEquals(CommandState.QUEUED, trail(newer).command().state());
  }

  @Test
  public void commandsOfAHostNewestFirstAndPaged() {
    CommandUuid first = queue();
    CommandUuid second = queue();
    idle(T);
    stores.commandQueue().exchange(Reports.acknowledged(channel, first), T);
    List<CommandTrail> newest = stores.commandTimeline().ofHost(mac.host(), PageRequest.first(1));
    assertEquals(second, newest.get(0).command().uuid());
    PageRequest next = new PageRequest(newest.get(0).command().id(), 0, 10);
    List<CommandTrail> older = stores.commandTimeline().ofHost(mac.host(), next);
    assertEquals(List.of(first), older.stream().map(each -> each.command().uuid()).toList());
  }

  @Test
  public void whatWaitsComesAsItWillBeHandedOut() {
    CommandUuid underWay = queue();
    idle(T);
    CommandUuid routine = queue();
    CommandUuid urgent = queue(command("admin", NewCommand.URGENT), channel);
    assertEquals(
        List.of(underWay, urgent, routine),
        stores.commandTimeline().waiting(channel, 10).stream()
            .map(each -> each.command().uuid())
            .toList());
    assertEquals(2, stores.commandTimeline().waiting(channel, 2).size());
  }

  @Test
  public void aCommandsHostsByTeamAndInPages() {
    EnrolledMac other = mac(2);
    TeamId team = team("A");
    stores
        .hosts()
        .transfer(
            List.of(other.host()),
            Optional.of(team),
            T,
            moved -> Fixtures.activity("transferred_hosts"));
    CommandUuid uuid = queue(command("admin", 0), channel, other.channel());
    assertEquals(List.of(channel), channels(uuid, TeamScope.everywhere(), Optional.empty(), 1));
    assertEquals(
        List.of(other.channel()), channels(uuid, TeamScope.everywhere(), Optional.of(channel), 10));
    assertEquals(
        List.of(other.channel()),
        channels(uuid, TeamScope.of(Optional.of(team)), Optional.empty(), 10));
  }

  private List<ChannelId> channels(
      CommandUuid uuid, TeamScope scope, Optional<ChannelId> after, int limit) {
    return stores.commandTimeline().ofCommand(uuid, Optional.empty(), scope, after, limit).stream()
        .map(each -> each.command().channel())
        .toList();
  }

  private List<PushRecord> pushes(Instant from, Instant to) {
    return stores.commandTimeline().pushes(List.of(new Span(channel, from, to)), 10);
  }

  @Test
  public void whatAppleSaidToEachPushIsKept() {
    queue();
    push(Outcome.ACCEPTED, "", T);
    push(Outcome.THROTTLED, "TooManyRequests", T.plus(HOUR));
    PushRecord later = new PushRecord(channel, T.plus(HOUR), Outcome.THROTTLED, "TooManyRequests");
    PushRecord first = new PushRecord(channel, T, Outcome.ACCEPTED, "");
    assertEquals(List.of(later, first), pushes(T, T.plus(HOUR)));
    assertEquals(List.of(first), pushes(T.minus(HOUR), T.plus(MINUTE)));
    assertEquals(List.of(), stores.commandTimeline().pushes(List.of(EVER), 10));
    assertEquals(List.of(), stores.commandTimeline().pushes(List.of(), 10));
    Span all = new Span(channel, T, T.plus(HOUR));
    assertEquals(List.of(later), stores.commandTimeline().pushes(List.of(all, all), 1));
  }

  @Test
  public void howAChannelStands() {
    assertEquals(
        new ChannelStanding(true, true, 0, Optional.empty()),
        stores.commandTimeline().standing(channel));
    queue();
    queue();
    assertEquals(
        new ChannelStanding(true, true, 2, Optional.of(T)),
        stores.commandTimeline().standing(channel));
    push(Outcome.BAD_TOKEN, "BadDeviceToken", T.plusSeconds(1));
    assertEquals(
        new ChannelStanding(true, false, 2, Optional.of(T.plusSeconds(61))),
        stores.commandTimeline().standing(channel));
    assertEquals(
        ChannelStanding.NONE, stores.commandTimeline().standing(ChannelId.device("NOBODY")));
  }

  @Test
  public void whatIsOldIsForgottenInPortions() {
    CommandUuid uuid = queue();
    for (int i = 0; i < 3; i++) {
      push(Outcome.ACCEPTED, "", T.plus(MINUTE.multipliedBy(i)));
    }
    idle(T);
    stores.commandQueue().exchange(Reports.notNow(channel, uuid), T);
    Instant before = T.plus(MINUTE.multipliedBy(2));
    assertEquals(2, stores.commandTimeline().forget(before, 1));
    assertEquals(List.of(), trail(uuid).notNows());
    assertEquals(1, stores.commandTimeline().forget(before, 10));
    assertEquals(0, stores.commandTimeline().forget(before, 10));
    assertEquals(1, pushes(T, T.plus(HOUR)).size());
  }
}
