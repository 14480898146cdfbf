package io.pomona.testkit.contract;

import static io.pomona.testkit.AbmFixtures.LEASE;
import static io.pomona.testkit.AbmFixtures.NODE;
import static io.pomona.testkit.AbmFixtures.assign;
import static io.pomona.testkit.AbmFixtures.changed;
import static io.pomona.testkit.AbmFixtures.device;
import static io.pomona.testkit.AbmFixtures.progress;
import static io.pomona.testkit.AbmFixtures.take;
import static io.pomona.testkit.AbmFixtures.unassign;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.abm.AbmChanges;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmDeviceStore.Counts;
import io.pomona.api.abm.AbmPage;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.enrollment.AddedHost;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationEdit;
import io.pomona.api.enrollment.MigrationFilter;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.enrollment.NewMigration;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.protocol.dep.AppleDevice.Operation;
import io.pomona.testkit.AbmFixtures;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;

/** What every {@code AbmDeviceStore} must do. */
public class AbmDeviceStoreContract extends StoreContract {
  private static final String SERIAL = Fixtures.serial(1);
  private static final Instant LATER = T.plus(HOUR);

  private AbmTokenId token;

  @Before
  public final void loadToken() {
    token = AbmFixtures.loaded(stores, "CK_1", T);
  }

  private Host host(String serial) {
    return found(serial).orElseThrow();
  }

  private Optional<Host> found(String serial) {
    return stores.hosts().findByIdentifier(serial, TeamScope.everywhere());
  }

  @Test
  public void anAssignedMacHasAPendingHostThatIsFoundAndCounted() {
    assertEquals(new AbmChanges(1, 0), assign(stores, token, SERIAL, T));
    Host host = host(SERIAL);
    assertEquals(MdmStatus.PENDING, host.mdm());
    assertEquals("MACBOOK PRO M3", host.facts().modelName());
    assertEquals(SERIAL, host.displayName());
    assertEquals(Optional.empty(), host.udid());
    assertEquals(Optional.empty(), host.team());
    assertEquals(1, (long) stores.hosts().counts().get(MdmStatus.PENDING));
    HostFilter pending = new HostFilter(SERIAL.toLowerCase(Locale.ROOT), Set.of(MdmStatus.PENDING));
    assertEquals(1, stores.hosts().list(pending, PageRequest.first(10)).size());
    AbmDevice device = stores.abmDevices().assigned(SERIAL).orElseThrow();
    assertEquals(
        new AbmDevice(
            SERIAL,
            token,
            host.id(),
            "MACBOOK PRO M3",
            "MBP 14 M3",
            "SILVER",
            Optional.empty(),
            Optional.of(T)),
        device);
    assertEquals(Optional.empty(), stores.abmDevices().assigned("C02P999999"));
  }

  @Test
  public void theProgressIsWrittenWithThePage() {
    assign(stores, token, SERIAL, T);
    assertEquals(progress("c1", T), stores.abmTokens().find(token).orElseThrow().sync().progress());
  }

  @Test
  public void newHostsGoToTheDefaultTeamAndOthersStay() {
    TeamId mobile = team("Mobile");
    assign(stores, token, SERIAL, T);
    stores.abmTokens().defaultTeam(token, Optional.of(mobile), T, List.of());
    take(stores, token, List.of(device(SERIAL, T), device("C02P000002", T)), List.of(), LATER);
    assertEquals(Optional.empty(), host(SERIAL).team());
    assertEquals(Optional.of(mobile), host("C02P000002").team());
  }

  @Test
  public void theEndOfTheDefaultTeamLeavesNone() {
    TeamId mobile = team("Mobile");
    stores.abmTokens().defaultTeam(token, Optional.of(mobile), T, List.of());
    deleteTeam(mobile);
    assign(stores, token, SERIAL, T);
    assertEquals(Optional.empty(), host(SERIAL).team());
    assertEquals(Optional.empty(), stores.abmTokens().find(token).orElseThrow().defaultTeam());
  }

  @Test
  public void anEnrolledMacIsTakenAndStaysOn() {
    EnrolledMac mac = mac(1);
    assertEquals(new AbmChanges(1, 0), assign(stores, token, SERIAL, T));
    assertEquals(mac.host(), stores.abmDevices().assigned(SERIAL).orElseThrow().host());
    assertEquals(MdmStatus.ON_MANUAL, host(SERIAL).mdm());
    unassign(stores, token, SERIAL, LATER);
    assertEquals(MdmStatus.ON_MANUAL, host(SERIAL).mdm());
    assertEquals(Optional.empty(), stores.abmDevices().assigned(SERIAL));
  }

  @Test
  public void aPendingMacThatEnrollsIsTheSameHost() {
    assign(stores, token, SERIAL, T);
    HostId host = host(SERIAL).id();
    assertEquals(host, mac(1).host());
    assertEquals(MdmStatus.ON_MANUAL, host(SERIAL).mdm());
    assign(stores, token, SERIAL, T);
    assertEquals(host, stores.abmDevices().assigned(SERIAL).orElseThrow().host());
    assertEquals(MdmStatus.ON_MANUAL, host(SERIAL).mdm());
  }

  @Test
  public void aMacThatHasLeftIsOffUntilItIsAssignedAnew() {
    assign(stores, token, SERIAL, T);
    EnrolledMac mac = mac(1);
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    take(stores, token, List.of(device(SERIAL, T)), List.of(), LATER);
    assertEquals(MdmStatus.OFF, host(SERIAL).mdm());
    take(stores, token, List.of(device(SERIAL, LATER)), List.of(), LATER);
    assertEquals(MdmStatus.PENDING, host(SERIAL).mdm());
    unassign(stores, token, SERIAL, LATER.plus(HOUR));
    assertEquals(MdmStatus.OFF, host(SERIAL).mdm());
    assign(stores, token, SERIAL, LATER.plus(HOUR).plus(MINUTE));
    assertEquals(MdmStatus.PENDING, host(SERIAL).mdm());
  }

  @Test
  public void aHostThatNeverEnrolledDisappearsWithItsMac() {
    assign(stores, token, SERIAL, T);
    TeamId mobile = team("Mobile");
    stores
        .hosts()
        .transfer(
            List.of(host(SERIAL).id()), Optional.of(mobile), T, move -> move.by(Fixtures.ADMIN));
    assertEquals(new AbmChanges(0, 1), unassign(stores, token, SERIAL, LATER));
    assertEquals(Optional.empty(), found(SERIAL));
    assertEquals(Optional.empty(), stores.abmDevices().assigned(SERIAL));
    assertEquals(new AbmChanges(0, 0), unassign(stores, token, SERIAL, LATER));
  }

  @Test
  public void onlyTheTokenOfTheMacTakesItBack() {
    AbmTokenId other = AbmFixtures.loaded(stores, "CK_2", T.plus(HOUR.multipliedBy(99)));
    assign(stores, token, SERIAL, T);
    assertEquals(
        new AbmChanges(0, 0), unassign(stores, other, SERIAL, T.plus(HOUR.multipliedBy(100))));
    assertEquals(token, stores.abmDevices().assigned(SERIAL).orElseThrow().token());
  }

  @Test
  public void aMacGoesFromOneTokenToAnotherInAnyOrder() {
    Instant muchLater = T.plus(HOUR.multipliedBy(100));
    AbmTokenId other = AbmFixtures.loaded(stores, "CK_2", muchLater);
    assign(stores, token, SERIAL, T);
    HostId host = host(SERIAL).id();
    assertEquals(new AbmChanges(1, 0), assign(stores, other, SERIAL, muchLater));
    stores.abmSync().wake(other, false, muchLater.plus(HOUR.multipliedBy(100)), List.of());
    assertEquals(new AbmChanges(0, 0), unassign(stores, token, SERIAL, muchLater));
    assertEquals(other, stores.abmDevices().assigned(SERIAL).orElseThrow().token());
    assertEquals(host, host(SERIAL).id());
    assertEquals(MdmStatus.PENDING, host(SERIAL).mdm());
  }

  @Test
  public void whatHappenedBeforeWhatIsKnownChangesNothing() {
    AppleDevice mac = device(SERIAL, T);
    take(stores, token, List.of(changed(mac, Operation.ADDED, LATER)), List.of(), LATER);
    assertEquals(new AbmChanges(0, 0), unassign(stores, token, SERIAL, T));
    assertTrue(stores.abmDevices().assigned(SERIAL).isPresent());
    unassign(stores, token, SERIAL, LATER.plus(HOUR));
    take(
        stores,
        token,
        List.of(changed(mac, Operation.MODIFIED, LATER)),
        List.of(),
        LATER.plus(HOUR));
    assertEquals(Optional.empty(), stores.abmDevices().assigned(SERIAL));
    take(
        stores,
        token,
        List.of(changed(mac, Operation.ADDED, LATER.plus(HOUR).plus(MINUTE))),
        List.of(),
        LATER.plus(HOUR));
    assertTrue(stores.abmDevices().assigned(SERIAL).isPresent());
  }

  @Test
  public void aFetchShowsWhatIsThereNow() {
    assign(stores, token, SERIAL, T);
    unassign(stores, token, SERIAL, LATER);
    assertEquals(new AbmChanges(1, 0), assign(stores, token, SERIAL, LATER.plus(MINUTE)));
    assertEquals(MdmStatus.PENDING, host(SERIAL).mdm());
  }

  @Test
  public void aMacThatIsNotSeenAnyMoreIsMissingButStays() {
    take(stores, token, List.of(device(SERIAL, T), device("C02P000002", T)), List.of(), T);
    assertEquals(new Counts(2, 0), stores.abmDevices().counts(token));
    take(stores, token, List.of(device("C02P000002", T)), List.of(), LATER);
    assertEquals(new Counts(2, 1), stores.abmDevices().counts(token));
    assertEquals(
        List.of(SERIAL),
        stores.abmDevices().list(token, true, "", 10).stream()
            .map(AbmDevice::serialNumber)
            .toList());
    assertEquals(MdmStatus.PENDING, host(SERIAL).mdm());
    assertEquals("the migration board says so", List.of(SERIAL), goneFromBoard());
  }

  private List<String> goneFromBoard() {
    List<HostId> hosts = List.of(host(SERIAL).id(), host("C02P000002").id());
    stores.migrations().put(hosts, ontoBoard());
    return stores.migrations().list(MigrationFilter.all(), PageRequest.first(9)).stream()
        .filter(mac -> mac.reported().gone())
        .map(mac -> mac.host().facts().serialNumber())
        .toList();
  }

  private static MigrationEdit ontoBoard() {
    return new MigrationEdit(
        MigrationChange.NONE,
        "Ada",
        LATER,
        TeamScope.everywhere(),
        all -> Fixtures.activity("added_to_migration"));
  }

  @Test
  public void aThousandMacsComeAndGoAtOnce() {
    List<AppleDevice> all =
        IntStream.rangeClosed(1, 1000).mapToObj(i -> device(Fixtures.serial(i), T)).toList();
    assertEquals(new AbmChanges(1000, 0), take(stores, token, all, List.of(), T));
    assertEquals(1000, (long) stores.hosts().counts().get(MdmStatus.PENDING));
    assertEquals(new AbmChanges(0, 0), take(stores, token, all, List.of(), LATER));
    List<AbmDevice> page = stores.abmDevices().list(token, false, Fixtures.serial(998), 10);
    assertEquals(
        List.of(Fixtures.serial(999), Fixtures.serial(1000)),
        page.stream().map(AbmDevice::serialNumber).toList());
    List<AbmPage.Unassigned> gone =
        all.stream().map(mac -> new AbmPage.Unassigned(mac.serialNumber(), LATER)).toList();
    assertEquals(new AbmChanges(0, 1000), take(stores, token, List.of(), gone, LATER));
    assertEquals(List.of(), stores.hosts().list(HostFilter.all(), PageRequest.first(10)));
  }

  @Test
  public void macsThatAreAddedAndEnrollWhileTheyAreAssignedAreOneHostEach() throws Exception {
    List<AppleDevice> all =
        IntStream.range(0, 300).mapToObj(i -> device(Fixtures.serial(i), T)).toList();
    List<Callable<Object>> ways =
        List.of(
            () -> take(stores, token, all, List.of(), T),
            () -> addedByFile(all),
            () -> addedToBoard(all),
            () -> IntStream.range(270, 300).mapToObj(this::mac).toList());
    Race.of(ways.size(), ways::get);
    assertEquals(all.size(), stores.hosts().count(HostFilter.all()));
    assertEquals(all.size(), stores.abmDevices().counts(token).devices());
    assertEquals(30, (long) stores.hosts().counts().get(MdmStatus.ON_MANUAL));
  }

  private List<AddedHost> addedByFile(List<AppleDevice> all) {
    return stores
        .addedHosts()
        .add(
            all.stream()
                .map(mac -> new NewHost(mac.serialNumber(), "", Optional.empty(), ""))
                .toList(),
            "Ada",
            T,
            hosts -> Fixtures.activity("added_hosts"));
  }

  private Set<String> addedToBoard(List<AppleDevice> all) {
    return stores
        .migrations()
        .add(
            all.stream()
                .map(mac -> new NewMigration(mac.serialNumber(), MigrationChange.NONE))
                .toList(),
            Optional.empty(),
            ontoBoard());
  }

  @Test
  public void whoHasLostTheLeaseChangesNothing() {
    stores.abmSync().lease(NODE, LEASE, T);
    AbmPage page =
        new AbmPage(
            token, "node-2", LEASE, List.of(device(SERIAL, T)), List.of(), progress("c", T), T);
    assertFails("abm.lease_lost", () -> stores.abmDevices().take(page));
    assertEquals(Optional.empty(), stores.abmDevices().assigned(SERIAL));
    assertEquals(Optional.empty(), found(SERIAL));
  }

  @Test
  public void anAssignedHostIsNotDeleted() {
    assign(stores, token, SERIAL, T);
    HostId host = host(SERIAL).id();
    assertFails(
        "enrollment.host_assigned",
        () -> stores.hosts().delete(host, Fixtures.activity("deleted_host")));
    assertTrue(stores.hosts().find(host).isPresent());
  }

  @Test
  public void aMacThatIsNotEnrolledWaitsForNoProfiles() {
    assign(stores, token, SERIAL, T);
    HostId host = host(SERIAL).id();
    TeamId mobile = team("Mobile");
    stores.hosts().transfer(List.of(host), Optional.of(mobile), T, move -> move.by(Fixtures.ADMIN));
    assertEquals(Optional.of(mobile), host(SERIAL).team());
    assertEquals(List.of(), stores.hostProfiles().leaseDirty(10, LATER, MINUTE));
    mac(1);
    assertEquals(
        List.of(host),
        stores.hostProfiles().leaseDirty(10, LATER, MINUTE).stream().map(Host::id).toList());
  }
}
