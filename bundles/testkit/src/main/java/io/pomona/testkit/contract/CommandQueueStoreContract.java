package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandQueueStore.Cancelled;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code CommandQueueStore} must do about queueing, cancelling and deadlines. */
public class CommandQueueStoreContract extends StoreContract {
  private static final ActivityDraft CANCEL = Fixtures.activity("canceled_mdm_command");

  private CommandState state(CommandUuid uuid, ChannelId channel) {
    return stores.commandHistory().find(uuid, channel).map(CommandRecord::state).orElseThrow();
  }

  private CommandUuid queue(String owner, ChannelId... channels) {
    CommandOrder order = Fixtures.order("SecurityInfo", owner, T, channels);
    stores.commandQueue().enqueue(List.of(order), List.of(), T);
    return order.command().uuid();
  }

  private Cancelled cancel(CommandUuid uuid, ChannelId... channels) {
    Map<ChannelId, ActivityDraft> activities = new LinkedHashMap<>();
    List.of(channels).forEach(channel -> activities.put(channel, CANCEL));
    return stores.commandQueue().cancel(uuid, activities, T);
  }

  @Test
  public void oneOrderServesManyAndTellsWhoGotNothing() {
    ChannelId first = mac(1).channel();
    ChannelId second = mac(2).channel();
    ChannelId left = mac(3).channel();
    stores.enrollments().checkOut(left, T, Fixtures.activity("mdm_unenrolled"));
    ChannelId stranger = ChannelId.device("STRANGER");
    CommandOrder order =
        Fixtures.order("SecurityInfo", "profiles", T, first, left, second, stranger);
    List<ChannelId> skipped =
        stores
            .commandQueue()
            .enqueue(List.of(order), List.of(Fixtures.activity("ran_custom_mdm_command")), T);
    assertEquals(java.util.Set.of(left, stranger), java.util.Set.copyOf(skipped));
    List<CommandRecord> records = stores.commandHistory().find(order.command().uuid());
    assertEquals(
        List.of(first, second),
        records.stream()
            .map(CommandRecord::channel)
            .sorted(java.util.Comparator.comparing(ChannelId::value))
            .toList());
    assertContains(activities(), "ran_custom_mdm_command");
  }

  @Test
  public void nothingQueuedMeanwhileSurvivesTheEndOfAnEnrollment() throws Exception {
    for (int round = 1; round <= 25; round++) {
      EnrolledMac mac = mac(round);
      Instant left = T.plusSeconds(1);
      Race.of(
          4,
          runner ->
              () -> {
                if (runner > 0) {
                  return queue("profiles", mac.channel());
                }
                ActivityDraft activity = Fixtures.activity("mdm_unenrolled");
                stores.enrollments().checkOut(mac.channel(), left, activity);
                return null;
              });
      for (CommandRecord one :
          stores.commandHistory().list(Optional.of(mac.host()), PageRequest.first(100))) {
        assertEquals("round " + round, CommandState.CANCELLED, one.state());
      }
    }
  }

  @Test
  public void nothingIsQueuedForAMacThatHasMovedMeanwhile() {
    EnrolledMac stays = mac(1);
    EnrolledMac moves = mac(2);
    TeamScope none = TeamScope.of(Optional.empty());
    CommandOrder order =
        Fixtures.order("SecurityInfo", "admin", T, stays.channel(), moves.channel());
    TeamId team = team("A");
    stores
        .hosts()
        .transfer(
            List.of(moves.host()),
            Optional.of(team),
            T,
            moved -> Fixtures.activity("transferred_hosts"));
    assertFails(
        "commands.unknown_host",
        () -> stores.commandQueue().enqueue(List.of(order), List.of(), none, T));
    assertEquals(List.of(), stores.commandHistory().find(order.command().uuid()));
    TeamScope both = new TeamScope(false, true, Set.of(team));
    assertEquals(List.of(), stores.commandQueue().enqueue(List.of(order), List.of(), both, T));
  }

  @Test
  public void aUuidIsUsedOnce() {
    ChannelId mac = mac(1).channel();
    CommandOrder order = Fixtures.order("SecurityInfo", "profiles", T, mac);
    stores.commandQueue().enqueue(List.of(order), List.of(), T);
    assertFails(
        "commands.uuid_taken",
        () ->
            stores
                .commandQueue()
                .enqueue(List.of(order), List.of(Fixtures.activity("ran_custom_mdm_command")), T));
    assertEquals(1, stores.commandHistory().find(order.command().uuid()).size());
    assertEquals(List.of("mdm_enrolled"), activities());
  }

  @Test
  public void cancelEndsWhatWaits() {
    ChannelId first = mac(1).channel();
    ChannelId second = mac(2).channel();
    CommandUuid uuid = queue("profiles", first, second);
    drainOutbox();
    assertEquals(new Cancelled(1, 0), cancel(uuid, first));
    assertEquals(CommandState.CANCELLED, state(uuid, first));
    assertEquals(CommandState.QUEUED, state(uuid, second));
    assertEquals(first, drainOutbox().get(0).channel());
    assertEquals(new Cancelled(1, 0), cancel(uuid, first, second));
    assertEquals(CommandState.CANCELLED, state(uuid, second));
    assertEquals(2, activities().stream().filter("canceled_mdm_command"::equals).count());
    assertEquals(Optional.empty(), stores.commandQueue().exchange(Reports.idle(first), T));
  }

  @Test
  public void cancelOfNothingChangesNothing() {
    ChannelId mac = mac(1).channel();
    CommandUuid uuid = queue("profiles", mac);
    stores.commandQueue().exchange(Reports.idle(mac), T);
    stores.commandQueue().exchange(Reports.acknowledged(mac, uuid), T);
    assertEquals(0, cancel(uuid, mac).all());
    assertEquals(0, cancel(CommandUuid.random(), mac).all());
    assertEquals(CommandState.ACKNOWLEDGED, state(uuid, mac));
    assertEquals(List.of("mdm_enrolled"), activities());
  }

  @Test
  public void aCancelledOneUnderWayIsNoLongerAwaited() {
    ChannelId mac = mac(1).channel();
    CommandUuid under = queue("profiles", mac);
    CommandUuid next = queue("profiles", mac);
    stores.commandQueue().exchange(Reports.idle(mac), T);
    assertEquals(new Cancelled(0, 1), cancel(under, mac));
    drainOutbox();
    stores.commandQueue().exchange(Reports.acknowledged(mac, under), T);
    assertEquals(CommandState.CANCELLED, state(under, mac));
    assertEquals(Optional.empty(), stores.commandHistory().result(under, mac));
    assertEquals(CommandState.SENT, state(next, mac));
    assertEquals(List.of(), drainOutbox());
  }

  @Test
  public void commandsOfPeopleAreCancelledSilently() {
    ChannelId mac = mac(1).channel();
    CommandUuid uuid = queue(NewCommand.ADMIN, mac);
    drainOutbox();
    cancel(uuid, mac);
    assertEquals(List.of(), drainOutbox());
  }

  private CommandUuid queueUntil(ChannelId mac, Instant deadline) {
    NewCommand command = Fixtures.command("SecurityInfo", "profiles", 0, T, Optional.of(deadline));
    stores.commandQueue().enqueue(List.of(new CommandOrder(command, List.of(mac))), List.of(), T);
    return command.uuid();
  }

  @Test
  public void deadlinesEndWhatWasNotAnswered() {
    ChannelId mac = mac(1).channel();
    CommandUuid sent = queueUntil(mac, T.plus(MINUTE));
    CommandUuid waiting = queueUntil(mac, T.plus(MINUTE.multipliedBy(2)));
    CommandUuid later = queueUntil(mac, T.plus(HOUR));
    CommandUuid never = queue("profiles", mac);
    stores.commandQueue().exchange(Reports.idle(mac), T);
    drainOutbox();
    assertEquals(0, stores.commandQueue().expire(T, 100));
    assertEquals(2, stores.commandQueue().expire(T.plus(MINUTE.multipliedBy(5)), 100));
    assertEquals(CommandState.EXPIRED, state(sent, mac));
    assertEquals(CommandState.EXPIRED, state(waiting, mac));
    assertEquals(CommandState.QUEUED, state(later, mac));
    assertEquals(CommandState.QUEUED, state(never, mac));
    assertEquals(2, drainOutbox().size());
    assertEquals(0, stores.commandQueue().expire(T.plus(MINUTE.multipliedBy(5)), 100));
  }

  @Test
  public void expiringIsDoneInPortions() {
    ChannelId mac = mac(1).channel();
    for (int i = 0; i < 5; i++) {
      queueUntil(mac, T.plus(MINUTE));
    }
    assertEquals(3, stores.commandQueue().expire(T.plus(HOUR), 3));
    assertEquals(2, stores.commandQueue().expire(T.plus(HOUR), 3));
  }

  @Test
  public void whatExpiredUnderWayFreesTheChannel() {
    ChannelId mac = mac(1).channel();
    CommandUuid stuck = queueUntil(mac, T.plus(MINUTE));
    CommandUuid next = queue("profiles", mac);
    stores.commandQueue().exchange(Reports.idle(mac), T);
    stores.commandQueue().expire(T.plus(HOUR), 10);
    stores.commandQueue().exchange(Reports.idle(mac), T.plus(HOUR));
    assertEquals(CommandState.EXPIRED, state(stuck, mac));
    assertEquals(CommandState.SENT, state(next, mac));
  }
}
