package io.pomona.commands.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.commands.rest.TimelineViews.CommandTimelineView;
import io.pomona.commands.rest.TimelineViews.EventView;
import io.pomona.commands.rest.TimelineViews.HostTimelineView;
import io.pomona.commands.timeline.Timelines;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.junit.Test;

public class TimelineResourceTest {
  private final Instant now = Instant.now();
  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final EnrolledMac first = Fixtures.enrolledMac(stores, 1, now);
  private final EnrolledMac second = Fixtures.enrolledMac(stores, 2, now);
  private final TimelineResource resource = resource(FakeAccess.allowingAll());

  private TimelineResource resource(FakeAccess access) {
    PushCertificates none =
        (PushCertificates)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PushCertificates.class},
                (proxy, method, arguments) -> Optional.empty());
    Timelines timelines = new Timelines(stores.commandTimeline(), stores.hosts(), none);
    return new TimelineResource(timelines, stores.hosts(), access);
  }

  private CommandUuid queue() {
    CommandOrder order =
        new CommandOrder(
            Fixtures.command("Settings", "admin", now).because("asked by Jane"),
            List.of(first.channel(), second.channel()));
    stores.commandQueue().enqueue(List.of(order), List.of(), now);
    return order.command().uuid();
  }

  private static UriInfo uri(String... pairs) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.add(pairs[i], pairs[i + 1]);
    }
    return (UriInfo)
        Proxy.newProxyInstance(
            TimelineResourceTest.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> parameters);
  }

  @Test
  public void aHost() {
    CommandUuid uuid = queue();
    stores.commandQueue().exchange(Reports.idle(first.channel()), now);
    stores.commandQueue().exchange(Reports.acknowledged(first.channel(), uuid), now);
    HostTimelineView view = resource.host(Fixtures.ADMIN, first.host().value(), uri());
    assertEquals("Nothing waits for this Mac.", view.sentence());
    assertEquals(0, view.waiting());
    EventView end = view.events().get(0);
    assertEquals("answered", end.kind());
    assertEquals(Optional.of("Acknowledged"), end.status());
    assertEquals(Optional.empty(), end.reason());
    EventView begin = view.events().get(2);
    assertEquals("queued", begin.kind());
    assertEquals(Optional.of("asked by Jane"), begin.reason());
    assertEquals(Optional.of("Pomona"), begin.by());
    assertEquals(Optional.empty(), begin.status());
    assertEquals(Optional.of(uuid.value()), begin.commandUuid());
  }

  @Test
  public void aCommandOnItsHostsInPages() {
    String uuid = queue().value();
    CommandTimelineView page = resource.command(Fixtures.ADMIN, uuid, uri("per_page", "1"));
    assertEquals("asked by Jane", page.reason());
    assertEquals("Mac 1", page.hosts().get(0).hostname());
    CommandTimelineView rest =
        resource.command(Fixtures.ADMIN, uuid, uri("after", page.nextAfter().orElseThrow()));
    assertEquals("Mac 2", rest.hosts().get(0).hostname());
    assertEquals(Optional.empty(), rest.nextAfter());
    String host = "" + second.host().value();
    CommandTimelineView one = resource.command(Fixtures.ADMIN, uuid, uri("host_id", host));
    assertEquals(List.of("Mac 2"), one.hosts().stream().map(each -> each.hostname()).toList());
  }

  @Test
  public void whatIsNotThereOrNotAllowed() {
    String uuid = queue().value();
    long host = first.host().value();
    assertRefused("commands.unknown", () -> resource.command(Fixtures.ADMIN, "U-1", uri()));
    assertRefused("commands.unknown", () -> resource.command(Fixtures.ADMIN, "../x", uri()));
    assertRefused("commands.unknown_host", () -> resource.host(Fixtures.ADMIN, 4711, uri()));
    for (UriInfo bad : List.of(uri("per_page", "0"), uri("per_page", "101"))) {
      assertRefused("page.out_of_range", () -> resource.host(Fixtures.ADMIN, host, bad));
    }
    assertRefused(
        "page.out_of_range", () -> resource.command(Fixtures.ADMIN, uuid, uri("after", "?")));
    TimelineResource closed = resource(FakeAccess.denyingAll());
    assertRefused("organization.forbidden", () -> closed.host(Fixtures.ADMIN, host, uri()));
    assertRefused("commands.unknown", () -> closed.command(Fixtures.ADMIN, uuid, uri()));
  }

  private static void assertRefused(String code, org.junit.function.ThrowingRunnable call) {
    assertEquals(code, assertThrows(MdmException.class, call).code());
  }
}
