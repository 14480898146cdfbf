package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandAnswers;
import io.pomona.api.commands.CommandHistoryStore.Sent;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;

/** What every {@code CommandHistoryStore} must do. */
public class CommandHistoryStoreContract extends StoreContract {
  private CommandUuid queue(EnrolledMac... macs) {
    CommandOrder order =
        new CommandOrder(
            Fixtures.command("SecurityInfo", "enrollment", T),
            List.of(macs).stream().map(EnrolledMac::channel).toList());
    stores.commandQueue().enqueue(List.of(order), List.of(), T.plus(MINUTE));
    return order.command().uuid();
  }

  private List<CommandUuid> uuids(Optional<EnrolledMac> mac, PageRequest page) {
    return stores.commandHistory().list(mac.map(EnrolledMac::host), page).stream()
        .map(CommandRecord::uuid)
        .toList();
  }

  @Test
  public void aRecordTellsEverything() {
    EnrolledMac mac = mac(1);
    CommandRecord record = stores.commandHistory().find(queue(mac)).get(0);
    assertEquals(mac.channel(), record.channel());
    assertEquals(mac.host(), record.host());
    assertEquals("Mac 1", record.hostName());
    assertEquals("SecurityInfo", record.requestType());
    assertEquals(CommandState.QUEUED, record.state());
    assertEquals("enrollment", record.owner());
    assertEquals("Pomona", record.requestedBy());
    assertEquals("", record.detail());
    assertEquals(T.plus(MINUTE), record.updatedAt());
  }

  @Test
  public void newestFirstAndPaged() {
    EnrolledMac mac = mac(1);
    EnrolledMac other = mac(2);
    List<CommandUuid> newestFirst = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      newestFirst.add(0, queue(mac));
    }
    CommandUuid foreign = queue(other);
    assertEquals(newestFirst, uuids(Optional.of(mac), PageRequest.first(100)));
    assertEquals(List.of(foreign), uuids(Optional.empty(), PageRequest.first(1)));
    assertEquals(newestFirst.subList(1, 3), uuids(Optional.of(mac), new PageRequest(0, 1, 2)));
    long third = stores.commandHistory().find(newestFirst.get(2)).get(0).id();
    assertEquals(
        newestFirst.subList(3, 5), uuids(Optional.of(mac), new PageRequest(third, 0, 100)));
  }

  @Test
  public void aPageFarBehindTheEndIsEmpty() {
    queue(mac(1));
    PageRequest far = new PageRequest(0, Integer.MAX_VALUE, PageRequest.MOST);
    assertEquals(List.of(), uuids(Optional.empty(), far));
  }

  private TeamId team(String name, EnrolledMac... macs) {
    TeamId team = team(name);
    stores
        .hosts()
        .transfer(
            List.of(macs).stream().map(EnrolledMac::host).toList(),
            Optional.of(team),
            T,
            moved -> Fixtures.activity("transferred_hosts"));
    return team;
  }

  private List<CommandUuid> uuids(TeamId team, PageRequest page) {
    return stores
        .commandHistory()
        .list(Optional.empty(), TeamScope.of(Optional.of(team)), page)
        .stream()
        .map(CommandRecord::uuid)
        .toList();
  }

  @Test
  public void ofATeamNewestFirstAndPaged() {
    EnrolledMac first = mac(1);
    EnrolledMac second = mac(2);
    TeamId team = team("A", first, second, mac(3));
    EnrolledMac stranger = mac(4);
    List<CommandUuid> newestFirst = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      newestFirst.add(0, queue(i == 0 ? second : first));
      queue(stranger);
    }
    CommandUuid answered = newestFirst.get(2);
    stores.commandQueue().exchange(Reports.idle(first.channel()), T);
    stores.commandQueue().exchange(Reports.acknowledged(first.channel(), answered), T);
    assertEquals(newestFirst, uuids(team, PageRequest.first(100)));
    assertEquals(newestFirst.subList(0, 1), uuids(team, PageRequest.first(1)));
    assertEquals(newestFirst.subList(1, 3), uuids(team, new PageRequest(0, 1, 2)));
    long third = stores.commandHistory().find(answered).get(0).id();
    assertEquals(newestFirst.subList(3, 4), uuids(team, new PageRequest(third, 0, 2)));
    assertEquals(List.of(), uuids(team("B"), PageRequest.first(100)));
  }

  @Test
  public void oneCommandInPagesOfItsChannelsAndByTeam() {
    EnrolledMac first = mac(1);
    EnrolledMac second = mac(2);
    EnrolledMac third = mac(3);
    TeamId team = team("A", third);
    TeamScope ofTeam = TeamScope.of(Optional.of(team));
    CommandUuid uuid = queue(first, second, third);
    assertEquals(
        List.of(first.channel(), second.channel()),
        channels(uuid, TeamScope.everywhere(), Optional.empty(), 2));
    assertEquals(
        List.of(third.channel()),
        channels(uuid, TeamScope.everywhere(), Optional.of(second.channel()), 2));
    assertEquals(List.of(third.channel()), channels(uuid, ofTeam, Optional.empty(), 2));
    assertTrue(stores.commandHistory().isWithin(uuid, TeamScope.everywhere()));
    assertFalse(stores.commandHistory().isWithin(uuid, ofTeam));
    assertTrue(stores.commandHistory().isWithin(queue(third), ofTeam));
  }

  private List<ChannelId> channels(
      CommandUuid uuid, TeamScope scope, Optional<ChannelId> after, int limit) {
    return stores.commandHistory().find(uuid, scope, after, limit).stream()
        .map(CommandRecord::channel)
        .toList();
  }

  @Test
  public void answersOfManyAtOnce() {
    EnrolledMac first = mac(1);
    EnrolledMac second = mac(2);
    CommandUuid uuid = queue(first, second);
    stores.commandQueue().exchange(Reports.idle(first.channel()), T);
    byte[] raw = Reports.acknowledged(first.channel(), uuid).raw();
    stores.commandQueue().exchange(Reports.acknowledged(first.channel(), uuid), T);
    CommandAnswers results =
        stores
            .commandHistory()
            .results(uuid, List.of(first.channel(), second.channel()), Long.MAX_VALUE);
    assertEquals(2, results.channels());
    assertEquals(Set.of(first.channel()), results.byChannel().keySet());
    assertArrayEquals(raw, results.byChannel().get(first.channel()));
    assertEquals(
        new CommandAnswers(0, Map.of()), stores.commandHistory().results(uuid, List.of(), 1));
  }

  @Test
  public void answersAreReadAsFarAsTheyFit() {
    EnrolledMac silent = mac(1);
    List<ChannelId> answered = List.of(mac(2).channel(), mac(3).channel(), mac(4).channel());
    CommandOrder order =
        Fixtures.order(
            "ProfileList",
            "profiles",
            T,
            Stream.concat(Stream.of(silent.channel()), answered.stream())
                .toArray(ChannelId[]::new));
    stores.commandQueue().enqueue(List.of(order), List.of(), T);
    CommandUuid uuid = order.command().uuid();
    for (ChannelId channel : answered) {
      stores.commandQueue().exchange(Reports.idle(channel), T);
      stores
          .commandQueue()
          .exchange(Reports.acknowledged(channel, uuid, "Name", "x".repeat(10_000)), T);
    }
    assertEquals(3, stores.commandHistory().results(uuid, answered, 40_000).channels());
    CommandAnswers two = stores.commandHistory().results(uuid, answered, 25_000);
    assertEquals(2, two.channels());
    assertEquals(Set.copyOf(answered.subList(0, 2)), two.byChannel().keySet());
    CommandAnswers one = stores.commandHistory().results(uuid, answered, 1);
    assertEquals("the first one always", 1, one.channels());
    assertEquals(Set.of(answered.get(0)), one.byChannel().keySet());
    List<ChannelId> silentFirst = List.of(silent.channel(), answered.get(0));
    assertEquals(
        new CommandAnswers(1, Map.of()), stores.commandHistory().results(uuid, silentFirst, 1));
  }

  @Test
  public void manyAtOnce() {
    EnrolledMac first = mac(1);
    EnrolledMac second = mac(2);
    CommandUuid both = queue(first, second);
    CommandUuid one = queue(first);
    queue(first);
    stores.commandQueue().exchange(Reports.idle(first.channel()), T);
    stores.commandQueue().exchange(Reports.acknowledged(first.channel(), both), T);
    List<CommandRecord> found =
        stores
            .commandHistory()
            .findAll(
                List.of(
                    new Sent(both, first.channel()),
                    new Sent(one, first.channel()),
                    new Sent(one, second.channel()),
                    new Sent(CommandUuid.random(), first.channel())));
    assertEquals(2, found.size());
    assertEquals(
        Set.of(
            stores.commandHistory().find(both, first.channel()).orElseThrow(),
            stores.commandHistory().find(one, first.channel()).orElseThrow()),
        Set.copyOf(found));
    assertEquals(List.of(), stores.commandHistory().findAll(List.of()));
  }

  @Test
  public void oneCommandForSomeHosts() {
    EnrolledMac first = mac(1);
    EnrolledMac second = mac(2);
    EnrolledMac third = mac(3);
    CommandUuid uuid = queue(first, second);
    queue(first, third);
    stores.commandQueue().exchange(Reports.idle(first.channel()), T);
    stores.commandQueue().exchange(Reports.acknowledged(first.channel(), uuid), T);
    CommandRecord answered = stores.commandHistory().find(uuid, first.channel()).orElseThrow();
    assertEquals(
        List.of(answered), stores.commandHistory().find(uuid, List.of(first.host(), third.host())));
    assertEquals(
        2, stores.commandHistory().find(uuid, List.of(second.host(), first.host())).size());
    assertEquals(List.of(), stores.commandHistory().find(uuid, List.of()));
  }

  @Test
  public void unknownOnesAreEmpty() {
    EnrolledMac mac = mac(1);
    CommandUuid unknown = CommandUuid.random();
    assertEquals(List.of(), stores.commandHistory().find(unknown));
    assertEquals(Optional.empty(), stores.commandHistory().find(unknown, mac.channel()));
    assertEquals(Optional.empty(), stores.commandHistory().body(unknown));
    assertEquals(Optional.empty(), stores.commandHistory().result(unknown, mac.channel()));
    assertEquals(Optional.empty(), stores.commandHistory().result(queue(mac), mac.channel()));
  }

  @Test
  public void oneCommandHasARecordPerChannel() {
    EnrolledMac first = mac(1);
    EnrolledMac second = mac(2);
    CommandUuid uuid = queue(first, second);
    assertEquals(2, stores.commandHistory().find(uuid).size());
    assertEquals(
        second.host(), stores.commandHistory().find(uuid, second.channel()).orElseThrow().host());
  }
}
