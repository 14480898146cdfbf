package io.pomona.enrollment.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.api.updates.HostUpdate;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostStandings;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.junit.Before;
import org.junit.Test;

public class HostReportResourceTest {
  private static final Instant T = Instant.parse("2026-01-02T03:04:05Z");
  private static final HostUpdate OVERDUE =
      new HostUpdate(
          Optional.of("14.6"),
          Optional.of("15.1"),
          Optional.of(T),
          Optional.empty(),
          HostUpdate.State.OVERDUE,
          HostUpdate.Way.NUDGE,
          "");

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private TeamId desks;

  @Before
  public void macs() {
    Fixtures.setUp(stores.users());
    desks =
        stores
            .teams()
            .create(new NewTeam("Desks", ""), T, made -> Fixtures.activity("created_team"))
            .id();
    EnrolledMac first = named(1, "=HYPERLINK(\"evil\")", "14.10");
    named(2, "Zoë’s Mac", "14.9");
    stores
        .hosts()
        .transfer(List.of(first.host()), Optional.of(desks), T, move -> move.by(Fixtures.ADMIN));
  }

  private EnrolledMac named(int number, String name, String version) {
    EnrolledMac mac = Fixtures.enrolledMac(stores, number, T);
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.of(new MacFacts(Fixtures.serial(number), name, "", "", version, "")),
            new HostInventory(Optional.empty(), Optional.empty()),
            T);
    return mac;
  }

  private List<String> lines(Access access, String... pairs) throws IOException {
    return lines(
        new HostStandings(stores.hostEncryptions(), stores.hostLocks(), stores.hostProfiles()),
        access,
        pairs);
  }

  private List<String> lines(HostStandings standings, Access access, String... pairs)
      throws IOException {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.add(pairs[i], pairs[i + 1]);
    }
    UriInfo uri =
        (UriInfo)
            Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> parameters);
    HostReportResource resource =
        new HostReportResource(
            new HostDirectory(stores.hosts(), access),
            stores.organization(),
            stores.teams(),
            standings);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    resource.file(Fixtures.ADMIN, uri).write(written);
    return List.of(written.toString(StandardCharsets.UTF_8).split("\r\n"));
  }

  private List<String> lines(String... pairs) throws IOException {
    return lines(FakeAccess.allowingAll(), pairs);
  }

  @Test
  public void oneLineAHostWithWhatIsKnownOfIt() throws IOException {
    List<String> lines = lines("format", "csv");
    assertEquals(3, lines.size());
    assertTrue(lines.get(0), lines.get(0).startsWith("id,display_name,hardware_serial,uuid,"));
    assertTrue(lines.get(2), lines.get(2).contains(",Zoë’s Mac," + Fixtures.serial(2) + ","));
  }

  @Test
  public void columnsOrderAndFiltersAsTheRequestHasThem() throws IOException {
    assertEquals(
        List.of("team_name,display_name", "Desks,\"'=HYPERLINK(\"\"evil\"\")\"", ",Zoë’s Mac"),
        lines(
            "columns",
            "team_name,display_name",
            "order_key",
            "os_version",
            "order_direction",
            "desc"));
    assertEquals(
        List.of("hardware_serial", Fixtures.serial(2)),
        lines("columns", "hardware_serial", "team_id", "0"));
    assertEquals(List.of("id"), lines("columns", "id", "mdm_name", "Another"));
  }

  @Test
  public void whatIsRequiredAndHowFarItIs() throws IOException {
    HostStandings standings =
        new HostStandings(stores.hostEncryptions(), stores.hostLocks(), stores.hostProfiles());
    standings.ask(
        hosts -> hosts.stream().collect(Collectors.toMap(Host::id, host -> OVERDUE, (a, b) -> a)));
    assertEquals(
        List.of("disk_encryption,macos_update", ",overdue", ",overdue"),
        lines(standings, FakeAccess.allowingAll(), "columns", "disk_encryption,macos_update"));
  }

  @Test
  public void theServerIsThatOfMacsThatAreManaged() throws IOException {
    EnrolledMac gone = named(3, "Gone", "14.6");
    stores.enrollments().checkOut(gone.channel(), T, Fixtures.activity("mdm_unenrolled"));
    String url = "https://mdm.example.com/mdm/apple/mdm";
    assertEquals(
        List.of("id,mdm_server_url", url, url, ""),
        lines("columns", "id,mdm_server_url").stream()
            .map(line -> line.replaceFirst("^[0-9]+,", ""))
            .toList());
  }

  @Test
  public void theWorstOfItsProfilesTellsOfAHost() throws IOException {
    HostId host = stores.hosts().list(HostFilter.all(), PageRequest.first(1)).get(0).id();
    HostProfile failed =
        new HostProfile(
            host,
            "custom",
            "org.example.dock",
            "Dock",
            "U-1",
            Fixtures.hash("dock"),
            ProfileOperation.INSTALL,
            ProfileStatus.FAILED,
            Optional.empty(),
            "",
            0,
            T);
    stores
        .hostProfiles()
        .save(new HostProfileChanges(List.of(failed), List.of(), List.of(), List.of()), T);
    assertEquals(
        List.of("profiles_status,id", "failed," + host.value()),
        lines("columns", "profiles_status,id").subList(0, 2));
  }

  @Test
  public void onlyWhatOneSees() throws IOException {
    Access ofDesks = FakeAccess.within(TeamScope.of(Set.of(desks)));
    assertEquals(
        List.of("hardware_serial", Fixtures.serial(1)),
        lines(ofDesks, "columns", "hardware_serial"));
    assertThrows(MdmException.class, () -> lines(ofDesks, "team_id", "0"));
    assertThrows(MdmException.class, () -> lines(FakeAccess.denyingAll()));
  }

  @Test
  public void whatIsNotServedIsRefusedBeforeTheFirstByte() {
    assertEquals("enrollment.bad_format", refused("format", "xlsx"));
    assertEquals("enrollment.no_column", refused("columns", "id,password"));
    assertEquals("enrollment.filter_not_served", refused("label_id", "1"));
    assertEquals("enrollment.bad_status", refused("macos_settings", "blue"));
  }

  private String refused(String... pairs) {
    MdmException refusal = assertThrows(MdmException.class, () -> lines(pairs));
    assertEquals(MdmException.Kind.INVALID, refusal.kind());
    return refusal.code();
  }
}
