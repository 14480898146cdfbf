package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code CommandHistoryStore} must do. */
public abstract class CommandHistoryStoreContract extends StoreContract {
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
