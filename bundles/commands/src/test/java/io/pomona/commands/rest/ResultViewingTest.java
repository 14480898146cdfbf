package io.pomona.commands.rest;

import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.Permission;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.junit.Test;

/** What the feed tells of who saw commands and answers. */
public class ResultViewingTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final EnrolledMac mac = Fixtures.enrolledMac(stores, 1, clock.instant());

  private CommandUuid answered(String type, EnrolledMac... macs) {
    ChannelId[] channels = Stream.of(macs).map(EnrolledMac::channel).toArray(ChannelId[]::new);
    var order = Fixtures.order(type, "admin", clock.instant(), channels);
    stores.commandQueue().enqueue(List.of(order), List.of(), clock.instant());
    CommandUuid uuid = order.command().uuid();
    for (ChannelId channel : channels) {
      stores.commandQueue().exchange(Reports.idle(channel), clock.instant());
      stores.commandQueue().exchange(Reports.acknowledged(channel, uuid), clock.instant());
    }
    return uuid;
  }

  private List<Map<String, Object>> told(Access access, CommandUuid uuid) {
    new CommandHistoryResource(stores.commandHistory(), stores.hosts(), access, stores.activities())
        .results(Fixtures.ADMIN, uri("command_uuid", uuid.value()));
    return stores.activities().newest(PageRequest.first(100)).stream()
        .filter(activity -> activity.type().equals("viewed_mdm_command_results"))
        .map(Activity::details)
        .toList();
  }

  @Test
  public void theFeedTellsWhoSawWhatMayHoldASecret() {
    CommandUuid uuid = answered("DeviceLock", mac);
    Map<String, Object> row = told(FakeAccess.allowingAll(), uuid).get(0);
    assertEquals(uuid.value(), row.get("command_uuid"));
    assertEquals("DeviceLock", row.get("request_type"));
    assertEquals(mac.host().value(), row.get("host_id"));
    assertEquals("Mac 1", row.get("host_display_name"));
    assertEquals(2, told(FakeAccess.allowingAll(), answered("OfTomorrow", mac)).size());
  }

  @Test
  public void manyMacsAreOneRow() {
    EnrolledMac other = Fixtures.enrolledMac(stores, 2, clock.instant());
    List<Map<String, Object>> rows =
        told(FakeAccess.allowingAll(), answered("InstallProfile", mac, other));
    assertEquals(1, rows.size());
    assertEquals(
        Set.of(mac.host().value(), other.host().value()),
        Set.copyOf((List<?>) rows.get(0).get("host_ids")));
  }

  @Test
  public void whatHoldsNoSecretOrIsNotShownIsNotTold() {
    Access looking = FakeAccess.allowing(Permission.VIEW_COMMANDS);
    assertEquals(List.of(), told(FakeAccess.allowingAll(), answered("SecurityInfo", mac)));
    assertEquals(List.of(), told(looking, answered("DeviceLock", mac)));
  }

  @Test
  public void aBypassCodeIsForWhoMaySeeTheSecretsOfTheMac() {
    CommandUuid uuid = answered("ActivationLockBypassCode", mac);
    assertEquals(List.of(), told(FakeAccess.allowing(Permission.VIEW_COMMANDS), uuid));
    Access more = FakeAccess.allowing(Permission.VIEW_COMMANDS, Permission.VIEW_DEVICE_SECRETS);
    assertEquals(1, told(more, uuid).size());
  }

  private static UriInfo uri(String... namesAndValues) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return (UriInfo)
        Proxy.newProxyInstance(
            ResultViewingTest.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> parameters);
  }
}
