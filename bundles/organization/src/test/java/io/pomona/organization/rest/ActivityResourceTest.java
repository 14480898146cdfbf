package io.pomona.organization.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.UserId;
import io.pomona.organization.ActivityChain;
import io.pomona.organization.ActivityFeed;
import io.pomona.organization.ActivityVerification;
import io.pomona.organization.RoleAccess;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.junit.Test;

public class ActivityResourceTest {
  private static final Actor ADMIN = Fixtures.ADMIN;
  private static final Actor EVE =
      new Actor(Optional.of(new UserId(5)), "=cmd|' /C calc'!A0", "eve@example.com", Set.of());

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final FakeSecretVault vault = new FakeSecretVault();
  private final SettableClock clock = new SettableClock();
  private final ActivityFeed feed = new ActivityFeed(stores.activities(), new RoleAccess());
  private final ActivityResource resource =
      new ActivityResource(feed, new ActivityVerification(stores.activityChain(), vault));

  private static UriInfo uri(String... pairs) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.add(pairs[i], pairs[i + 1]);
    }
    return (UriInfo)
        Proxy.newProxyInstance(
            UriInfo.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> parameters);
  }

  private void append(Actor actor, String type, Map<String, Object> details) {
    stores.activities().append(new ActivityDraft(actor, type, details), clock.instant());
    clock.advance(Duration.ofMinutes(1));
  }

  private List<String> types(String... filter) {
    return resource.list(ADMIN, 0, 0, 100, uri(filter)).activities().stream()
        .map(ActivityView::type)
        .toList();
  }

  private String export(String format, String... filter) {
    ActivityFilter wanted = ActivityQuery.filter(uri(filter), Set.of());
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try {
      new ActivityExport(feed.of(ADMIN, wanted), ExportFormat.of(format)).write(written);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void aPageBeyondAllPagesIsRefused() {
    for (int page : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
      MdmException refused =
          assertThrows(MdmException.class, () -> resource.list(ADMIN, 0, page, 100, uri()));
      assertEquals(MdmException.Kind.INVALID, refused.kind());
    }
  }

  @Test
  public void anEmptyFeedHasAnEmptyPage() {
    assertEquals(List.of(), types());
  }

  @Test
  public void theFeedIsFiltered() {
    append(Actor.system(), "mdm_enrolled", Map.of("host_id", 1L));
    append(EVE, "locked_host", Map.of("host_id", 1L));
    append(EVE, "deleted_macos_profile", Map.of("team_id", 3L));
    assertEquals(List.of("locked_host", "mdm_enrolled"), types("host_id", "1"));
    assertEquals(List.of("locked_host"), types("host_id", "1", "actor", "5"));
    assertEquals(List.of("locked_host"), types("actor", "EVE@example.com", "type", "locked_host"));
    assertEquals(List.of("deleted_macos_profile"), types("team_id", "3", "query", "profile"));
    assertEquals(
        List.of("locked_host"),
        types("since", "2026-01-05T10:01:00+01:00", "until", "2026-01-05T09:02:00Z"));
    assertEquals(3, types("order_key", "created_at", "order_direction", "desc").size());
  }

  @Test
  public void whatCannotBeFilteredByIsNamed() {
    for (String[] filter :
        new String[][] {
          {"label", "x"},
          {"type", "did_something"},
          {"host_id", "0"},
          {"host_id", "-1"},
          {"team_id", "x"},
          {"actor", "99999999999999999999"},
          {"since", "yesterday"},
          {"until", "+99999999-01-01T00:00:00Z"}
        }) {
      MdmException refused = assertThrows(filter[0], MdmException.class, () -> types(filter));
      assertEquals(filter[0], refused.fields().get(0).name());
      assertThrows(filter[0], MdmException.class, () -> resource.export(ADMIN, "csv", uri(filter)));
    }
    assertThrows(MdmException.class, () -> resource.export(ADMIN, "csv", uri("per_page", "5")));
    assertThrows(MdmException.class, () -> resource.export(ADMIN, "xlsx", uri()));
  }

  @Test
  public void whatWouldBeAFormulaIsTextInTheTable() {
    append(EVE, "wiped_host", Map.of("host_display_name", "a, \"b\"\nc", "host_id", 7L));
    assertEquals(
        "id,created_at,actor_id,actor_full_name,actor_email,type,details\r\n"
            + "1,2026-01-05T09:00:00Z,5,'=cmd|' /C calc'!A0,eve@example.com,wiped_host,"
            + "\"{\"\"host_display_name\"\":\"\"a, \\\"\"b\\\"\"\\nc\"\",\"\"host_id\"\":7}\"\r\n",
        export("csv"));
  }

  @Test
  public void anExportHasEveryActivityOnce() {
    LongStream.rangeClosed(1, 2 * ActivityExport.PAGE)
        .forEach(i -> append(Actor.system(), "mdm_enrolled", Map.of("host_id", i)));
    List<String> lines = export("ndjson").lines().toList();
    assertEquals(2 * ActivityExport.PAGE, lines.size());
    assertEquals(lines.size(), Set.copyOf(lines).size());
    assertEquals(
        "{\"id\":1,\"created_at\":\"2026-01-05T09:00:00Z\",\"actor_id\":null,"
            + "\"actor_full_name\":\"Pomona\",\"actor_email\":\"\",\"type\":\"mdm_enrolled\","
            + "\"details\":{\"host_id\":1}}",
        lines.get(lines.size() - 1));
    assertEquals(1, export("ndjson", "host_id", "17").lines().count());
  }

  @Test
  public void theChainIsVerifiedAndItsEndCanBeNoted() {
    append(EVE, "wiped_host", Map.of());
    new ActivityChain(stores.activityChain(), vault).extend();
    String head = resource.verify(0, 10, "").head();
    assertTrue(head, head.matches("1:[0-9a-f]{64}"));
    assertTrue(resource.verify(0, 10, head).intact());
    String other = "1:" + "0".repeat(64);
    assertEquals("not_as_noted", resource.verify(0, 10, other).fault().orElseThrow().reason());
    assertThrows(MdmException.class, () -> resource.verify(0, 10, "the end"));
  }
}
