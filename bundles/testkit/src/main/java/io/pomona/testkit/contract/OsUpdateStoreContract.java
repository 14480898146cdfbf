package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.updates.OsUpdateDue;
import io.pomona.api.updates.OsUpdateOrder;
import io.pomona.api.updates.OsUpdateReport;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.api.updates.OsUpdateStore;
import io.pomona.protocol.command.OsUpdateAction;
import io.pomona.protocol.command.OsUpdateItem;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What every {@code OsUpdateStore} must do. */
public class OsUpdateStoreContract extends StoreContract {
  private static final String OWNER = "updates-schedule";
  private static final OsUpdateItem LATER =
      new OsUpdateItem(
          Optional.empty(),
          Optional.of("13.6"),
          OsUpdateAction.INSTALL_LATER,
          Optional.of(3),
          Optional.of("High"));

  private OsUpdateStore store() {
    return stores.osUpdates();
  }

  private static OsUpdateReport report(String text, Instant at) {
    return new OsUpdateReport(PlistDict.of().with("Text", text), at);
  }

  private OsUpdateOrder order(EnrolledMac mac, Instant at) {
    CommandOrder command = Fixtures.order("ScheduleOSUpdate", OWNER, at, mac.channel());
    OsUpdateOrder order = new OsUpdateOrder(command.command().uuid(), LATER, "Ada", at);
    order(mac, order, command, TeamScope.everywhere());
    return order;
  }

  private void order(EnrolledMac mac, OsUpdateOrder order, CommandOrder command, TeamScope within) {
    store()
        .order(
            mac.host(),
            order,
            command,
            Fixtures.activity("scheduled_os_update"),
            within,
            order.orderedAt());
  }

  private OsUpdateDue due(EnrolledMac mac) {
    return new OsUpdateDue(
        mac.host(), store().of(mac.host()).order().map(OsUpdateOrder::command).orElseThrow());
  }

  @Test
  public void aMacThatWasNeverAskedHasNothing() {
    assertEquals(OsUpdateStanding.NOTHING, store().of(mac(1).host()));
    assertEquals(OsUpdateStanding.NOTHING, store().of(new HostId(4711)));
  }

  @Test
  public void theNewestAnswerStays() {
    HostId host = mac(1).host();
    store().listed(host, report("first", T));
    store().listed(host, report("second", T.plus(HOUR)));
    store().listed(host, report("late", T.plus(MINUTE)));
    store().progressed(host, report("half", T.plus(HOUR)));
    store().progressed(host, report("none", T));
    OsUpdateStanding now = store().of(host);
    assertEquals(Optional.of(report("second", T.plus(HOUR))), now.available());
    assertEquals(Optional.of(report("half", T.plus(HOUR))), now.progress());
    assertEquals(Optional.empty(), now.order());
    assertEquals(OsUpdateStanding.NOTHING, store().of(mac(2).host()));
  }

  @Test
  public void anOrderIsQueuedWithItsActivityAndReplacesTheOneBefore() {
    EnrolledMac mac = mac(1);
    store().listed(mac.host(), report("list", T));
    OsUpdateOrder first = order(mac, T);
    store().answered(mac.host(), first.command(), Optional.empty(), "Refused", Optional.of(T));
    assertEquals("Refused", store().of(mac.host()).failure());
    OsUpdateOrder second = order(mac, T.plus(HOUR));
    assertEquals(
        new OsUpdateStanding(
            Optional.of(report("list", T)),
            Optional.of(second),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty()),
        store().of(mac.host()));
    assertEquals(
        List.of("scheduled_os_update", "scheduled_os_update", "mdm_enrolled"), activities());
    assertEquals(2, waiting(mac).size());
  }

  private List<String> waiting(EnrolledMac mac) {
    return stores.commandTimeline().waiting(mac.channel(), 10).stream()
        .map(each -> each.command().requestType())
        .toList();
  }

  @Test
  public void theAnswerToAFormerOrderChangesNothing() {
    EnrolledMac mac = mac(1);
    OsUpdateOrder first = order(mac, T);
    OsUpdateOrder second = order(mac, T.plus(HOUR));
    Optional<OsUpdateReport> results = Optional.of(report("results", T.plus(HOUR)));
    store().answered(mac.host(), first.command(), results, "", Optional.of(T));
    assertEquals(Optional.empty(), store().of(mac.host()).results());
    store().answered(mac.host(), second.command(), results, "", Optional.of(T.plus(HOUR)));
    assertEquals(results, store().of(mac.host()).results());
    assertEquals(Optional.of(T.plus(HOUR)), store().of(mac.host()).askAt());
  }

  @Test
  public void whoWaitsLongestIsAskedFirst() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    for (EnrolledMac mac : List.of(one, two, mac(3))) {
      order(mac, T);
    }
    store().ask(due(one), List.of(), Optional.of(T.plus(HOUR)), T);
    store().ask(due(two), List.of(), Optional.of(T.plus(MINUTE)), T);
    assertEquals(List.of(), store().due(T, 10));
    assertEquals(List.of(due(two)), store().due(T.plus(MINUTE), 10));
    assertEquals(List.of(due(two), due(one)), store().due(T.plus(HOUR), 10));
    assertEquals(List.of(due(two)), store().due(T.plus(HOUR), 1));
    CommandOrder status = Fixtures.order("OSUpdateStatus", OWNER, T, two.channel());
    store().ask(due(two), List.of(status), Optional.empty(), T.plus(HOUR));
    assertEquals(List.of(due(one)), store().due(T.plus(HOUR), 10));
    assertEquals(List.of("ScheduleOSUpdate", "OSUpdateStatus"), waiting(two));
  }

  @Test
  public void itEndsWithTheHost() {
    EnrolledMac mac = mac(1);
    order(mac, T);
    store().ask(due(mac), List.of(), Optional.of(T), T);
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host"));
    assertEquals(OsUpdateStanding.NOTHING, store().of(mac.host()));
    assertEquals(List.of(), store().due(T.plus(HOUR), 10));
    store().listed(mac.host(), report("late", T));
    assertEquals(OsUpdateStanding.NOTHING, store().of(mac.host()));
  }

  @Test
  public void aCommandIsQueuedOnceOnly() {
    EnrolledMac mac = mac(1);
    CommandOrder command = Fixtures.order("ScheduleOSUpdate", OWNER, T, mac.channel());
    OsUpdateOrder order = new OsUpdateOrder(command.command().uuid(), LATER, "Ada", T);
    order(mac, order, command, TeamScope.everywhere());
    assertFails(
        MdmException.Kind.CONFLICT, () -> order(mac, order, command, TeamScope.everywhere()));
  }

  @Test
  public void whoOrdersMaySeeTheMacStillWhenItIsWritten() {
    EnrolledMac mac = mac(1);
    CommandOrder command = Fixtures.order("ScheduleOSUpdate", OWNER, T, mac.channel());
    OsUpdateOrder order = new OsUpdateOrder(command.command().uuid(), LATER, "Ada", T);
    assertFails(
        "commands.unknown_host",
        () -> order(mac, order, command, TeamScope.of(Set.of(new TeamId(4711)))));
    assertEquals(OsUpdateStanding.NOTHING, store().of(mac.host()));
    assertEquals(List.of(), waiting(mac));
    order(mac, order, command, TeamScope.of(Optional.empty()));
    assertEquals(Optional.of(order), store().of(mac.host()).order());
  }

  @Test
  public void whoAskedOfAFormerOrderTakesNothingFromTheNewOne() {
    EnrolledMac mac = mac(1);
    order(mac, T);
    OsUpdateDue former = due(mac);
    OsUpdateOrder second = order(mac, T);
    store().answered(mac.host(), second.command(), Optional.empty(), "", Optional.of(T));
    CommandOrder status = Fixtures.order("OSUpdateStatus", OWNER, T, mac.channel());
    store().ask(former, List.of(status), Optional.empty(), T);
    assertEquals(Optional.of(T), store().of(mac.host()).askAt());
    assertEquals(List.of("ScheduleOSUpdate", "ScheduleOSUpdate"), waiting(mac));
  }
}
