package io.pomona.enrollment.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AssignmentStore.Outcome;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.enrollment.AutomaticSteps;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostSetups;
import io.pomona.enrollment.HostStandings;
import io.pomona.enrollment.Refetch;
import io.pomona.protocol.dep.AssignmentResult;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.AbmFixtures;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.junit.Before;
import org.junit.Test;

public class HostResourceTest {
  private static final int MACS = 25;
  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final HostResource resource = resource(FakeAccess.allowingAll());
  private EnrolledMac last;

  private HostResource resource(Access access) {
    return new HostResource(
        new HostDirectory(stores.hosts(), access),
        stores.hosts(),
        stores.hostProfiles(),
        stores.profiles(),
        stores.organization(),
        stores.teams(),
        new Refetch(stores.hosts(), io.pomona.enrollment.TestConfigs.defaults()),
        new AutomaticSteps(serial -> Optional.empty(), stores.arrivals()),
        new HostSetups(stores.macSetups()),
        stores.assignmentBoard(),
        new HostStandings(stores.hostEncryptions(), stores.hostLocks(), stores.hostProfiles()));
  }

  @Before
  public void macs() {
    Fixtures.setUp(stores.users());
    for (int i = 1; i <= MACS; i++) {
      last = Fixtures.enrolledMac(stores, i, Instant.now());
    }
    stores
        .enrollments()
        .checkOut(last.channel(), Instant.now(), Fixtures.activity("mdm_unenrolled"));
  }

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

  private List<HostView> list(String... pairs) {
    return resource.list(Fixtures.ADMIN, uri(pairs)).hosts();
  }

  @Test
  public void withoutPagesAllComeAndWithPagesSome() {
    assertEquals(MACS, list().size());
    assertEquals(MACS, list("per_page", "0").size());
    List<HostView> second = list("page", "1", "per_page", "10");
    assertEquals(10, second.size());
    assertEquals(
        second,
        list("after", String.valueOf(list("per_page", "10").get(9).id()), "per_page", "10"));
  }

  @Test
  public void theOrderHoldsWithPagesAndWithout() {
    List<String> serials = list().stream().map(HostView::hardwareSerial).sorted().toList();
    List<String> turned = new ArrayList<>(serials);
    Collections.reverse(turned);
    assertEquals(serials, serials("order_key", "hardware_serial"));
    assertEquals(turned, serials("order_key", "hardware_serial", "order_direction", "desc"));
    assertEquals(
        turned.subList(10, 20),
        serials(
            "order_key",
            "hardware_serial",
            "order_direction",
            "desc",
            "page",
            "1",
            "per_page",
            "10"));
    assertEquals(
        "a key of the reference that is not known here",
        list(),
        list("order_key", "primary_ip", "order_direction", "desc"));
  }

  private List<String> serials(String... pairs) {
    return list(pairs).stream().map(HostView::hardwareSerial).toList();
  }

  @Test
  public void filtersHold() {
    assertEquals(MACS - 1, list("mdm_enrollment_status", "enrolled").size());
    assertEquals(1, list("mdm_enrollment_status", "unenrolled").size());
    assertEquals(0, list("mdm_name", "Other").size());
    assertEquals(1, list("query", Fixtures.serial(7).toLowerCase()).size());
    assertEquals(
        MACS - 1, resource.count(Fixtures.ADMIN, uri("mdm_enrollment_status", "manual")).count());
    assertEquals(1, resource.count(Fixtures.ADMIN, uri("query", Fixtures.serial(7))).count());
  }

  @Test
  public void hostsAreFoundByTheStateOfTheirProfiles() {
    HostId host = new HostId(list().get(3).id());
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(
                List.of(profile(host, "org.example.dock", ProfileStatus.FAILED)),
                List.of(),
                List.of(),
                List.of()),
            Instant.now());
    for (String name : List.of("macos_settings", "os_settings")) {
      assertEquals(List.of(host.value()), list(name, "failed").stream().map(HostView::id).toList());
      assertEquals(0, list(name, "verified").size());
      assertEquals(1, resource.count(Fixtures.ADMIN, uri(name, "failed")).count());
    }
    List<HostView> all = list();
    assertEquals(Optional.of("failed"), all.get(3).mdm().profilesStatus());
    assertEquals(Optional.empty(), all.get(2).mdm().profilesStatus());
  }

  @Test
  public void hostsAreFoundByTheServerThatManagesThem() {
    assertEquals(MACS - 1, list("mdm_server", "this").size());
    assertEquals(1, list("mdm_server", "none").size());
    assertEquals(1, list("mdm_server", "none", "mdm_enrollment_status", "unenrolled").size());
    assertEquals(0, list("mdm_server", "none", "mdm_enrollment_status", "manual").size());
    assertEquals(
        0,
        resource
            .count(Fixtures.ADMIN, uri("mdm_server", "this", "mdm_enrollment_status", "unenrolled"))
            .count());
  }

  private static HostProfile profile(HostId host, String identifier, ProfileStatus status) {
    return new HostProfile(
        host,
        "custom",
        identifier,
        "Dock",
        "U-1",
        Fixtures.hash("dock"),
        ProfileOperation.INSTALL,
        status,
        Optional.empty(),
        "",
        0,
        Instant.now());
  }

  @Test
  public void profilesAreNamedAsInTheListOfProfiles() {
    HostId host = new HostId(list().get(0).id());
    Profile uploaded =
        stores
            .profiles()
            .add(
                new NewProfile(Optional.empty(), "org.example.dock", "Dock", "U-1", new byte[] {1}),
                Instant.now(),
                Fixtures.activity("created_macos_profile"));
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(
                List.of(
                    profile(host, uploaded.identifier(), ProfileStatus.PENDING),
                    profile(host, "org.example.made", ProfileStatus.PENDING)),
                List.of(),
                List.of(),
                List.of()),
            Instant.now());
    assertEquals(
        Map.of(uploaded.id().value(), Optional.of(uploaded.uuid()), 0L, Optional.empty()),
        resource.get(Fixtures.ADMIN, host.value()).host().mdm().profiles().orElseThrow().stream()
            .collect(
                Collectors.toMap(
                    MdmView.ProfileView::profileId, MdmView.ProfileView::profileUuid)));
  }

  @Test
  public void anOldMacIsMarkedAndStillTaken() {
    assertFalse(isSupported("11.7.10"));
    assertFalse(isSupported("10.15"));
    assertTrue(isSupported("12.0"));
    assertTrue(isSupported("15.5"));
    assertTrue(isSupported("odd"));
  }

  private boolean isSupported(String version) {
    EnrolledMac mac = Fixtures.enrolledMac(stores, 1, Instant.now());
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.of(new MacFacts("", "", "", "", version, "")),
            new HostInventory(Optional.empty(), Optional.empty()),
            Instant.now());
    return resource.get(Fixtures.ADMIN, mac.host().value()).host().osSupported();
  }

  @Test
  public void whatIsNotServedIsRefused() {
    for (UriInfo bad :
        List.of(
            uri("status", "offline"),
            uri("os_settings_disk_encryption", "odd"),
            uri("macos_settings", "odd"),
            uri("policy_id", "1"),
            uri("team_id", "-1"),
            uri("mdm_enrollment_status", "odd"),
            uri("mdm_server", "odd"),
            uri("page", "x"),
            uri("page", "99999999999", "per_page", "100"),
            uri("per_page", "100000"),
            uri("after", "-1"))) {
      assertEquals(
          MdmException.Kind.INVALID,
          assertThrows(MdmException.class, () -> resource.list(Fixtures.ADMIN, bad)).kind());
    }
  }

  @Test
  public void aHostShowsWhatItSaid() {
    EnrolledMac mac = Fixtures.enrolledMac(stores, 1, Instant.now());
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.of(Fixtures.facts(1)),
            new HostInventory(
                Optional.of(
                    PlistDict.builder()
                        .put("HostName", "one.local")
                        .put("DeviceCapacity", 500)
                        .put("AvailableDeviceCapacity", 125)
                        .put("IsSupervised", true)
                        .build()),
                Optional.of(PlistDict.builder().put("FDE_Enabled", true).build())),
            Instant.now());
    HostView host = resource.get(Fixtures.ADMIN, mac.host().value()).host();
    assertEquals("one.local", host.hostname());
    assertEquals("Mac 1", host.displayName());
    assertEquals(25.0, host.percentDiskSpaceAvailable(), 0);
    assertEquals(Optional.of(true), host.diskEncryptionEnabled());
    assertEquals(Optional.of(true), host.supervised());
    assertEquals("On (manual)", host.mdm().enrollmentStatus());
    assertEquals(Optional.of("Fleet"), host.mdm().name());
    assertEquals(Optional.of("https://mdm.example.com/mdm/apple/mdm"), host.mdm().serverUrl());
    for (String identifier : List.of(host.uuid(), host.hardwareSerial(), "Mac 1")) {
      assertEquals(host, resource.find(Fixtures.ADMIN, identifier).host());
    }
  }

  @Test
  public void anUnknownHostIsNotFound() {
    for (long id : new long[] {0, -1, 99_999}) {
      assertEquals(
          MdmException.Kind.NOT_FOUND,
          assertThrows(MdmException.class, () -> resource.get(Fixtures.ADMIN, id)).kind());
    }
  }

  @Test
  public void eachHostIsAuthorized() {
    HostResource closed = resource(FakeAccess.denyingAll());
    assertThrows(MdmException.class, () -> closed.list(Fixtures.ADMIN, uri()));
    assertThrows(MdmException.class, () -> closed.count(Fixtures.ADMIN, uri()));
    assertThrows(MdmException.class, () -> closed.get(Fixtures.ADMIN, last.host().value()));
    HostResource viewer = resource(FakeAccess.allowing(Permission.VIEW_HOSTS));
    assertThrows(MdmException.class, () -> viewer.refetch(Fixtures.ADMIN, last.host().value()));
    assertThrows(MdmException.class, () -> viewer.delete(Fixtures.ADMIN, last.host().value()));
    assertTrue(stores.hosts().find(last.host()).isPresent());
  }

  @Test
  public void onlyAHostThatIsOffCanBeDeleted() {
    long enrolled = list().get(0).id();
    assertThrows(MdmException.class, () -> resource.delete(Fixtures.ADMIN, enrolled));
    resource.delete(Fixtures.ADMIN, last.host().value());
    assertFalse(stores.hosts().find(last.host()).isPresent());
  }

  @Test
  public void aProfileThatAppleDoesNotAssignIsTold() {
    AbmTokenId token = AbmFixtures.loaded(stores, "CK_1", SettableClock.START);
    AbmFixtures.assign(stores, token, Fixtures.serial(7), SettableClock.START);
    stores.assignments().want(Map.of(Optional.empty(), "hash"));
    assertFalse(list("query", Fixtures.serial(7)).get(0).mdm().depProfileError());
    stores
        .assignments()
        .record(
            token,
            List.of(
                new Outcome(
                    "UUID",
                    AssignmentResult.FAILED,
                    List.of(Fixtures.serial(7)),
                    "Apple could not.",
                    Instant.now().plusSeconds(3_600))),
            Instant.now());
    MdmView mdm = list("query", Fixtures.serial(7)).get(0).mdm();
    assertTrue(mdm.depProfileError());
    assertEquals(Optional.of("Apple could not."), mdm.depProfileDetail());
    assertFalse(list("query", Fixtures.serial(8)).get(0).mdm().depProfileError());
  }
}
