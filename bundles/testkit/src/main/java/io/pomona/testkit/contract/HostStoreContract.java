package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostOrder;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.TeamVersions;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;

/** What every {@code HostStore} must do. */
public class HostStoreContract extends StoreContract {
  private static final TeamScope ALL = TeamScope.everywhere();

  private static final HostInventory NOTHING =
      new HostInventory(Optional.empty(), Optional.empty());

  private List<HostId> list(HostFilter filter, PageRequest page) {
    return stores.hosts().list(filter, page).stream().map(Host::id).toList();
  }

  private List<HostId> search(String query) {
    return list(new HostFilter(query, Set.of()), PageRequest.first(100));
  }

  private void report(EnrolledMac mac, MacFacts facts) {
    stores.hosts().report(mac.channel(), Optional.of(facts), NOTHING, T.plus(MINUTE));
  }

  private List<HostId> ordered(HostOrder.Key key, boolean descending) {
    return stores
        .hosts()
        .list(HostFilter.all(), new HostOrder(key, descending), PageRequest.first(9))
        .stream()
        .map(Host::id)
        .toList();
  }

  @Test
  public void hostsAreListedInTheOrderThatIsAskedFor() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    EnrolledMac three = mac(3);
    report(one, new MacFacts("", "cherry", "", "MacBook Air", "14.9", ""));
    report(two, new MacFacts("", "Apple", "", "MacBook Air", "14.10.1", ""));
    report(three, new MacFacts("", "banana", "", "MacBook Pro", "13.7", ""));
    TeamId team = team("Sales");
    stores
        .hosts()
        .transfer(List.of(one.host()), Optional.of(team), T, move -> move.by(Fixtures.ADMIN));
    stores
        .hosts()
        .transfer(
            List.of(three.host()),
            Optional.of(team("accounts")),
            T,
            move -> move.by(Fixtures.ADMIN));
    HostId first = one.host();
    HostId second = two.host();
    HostId third = three.host();

    assertOrder(HostOrder.Key.ID, first, second, third);
    // Upper and lower case alike.
    assertOrder(HostOrder.Key.NAME, second, third, first);
    assertOrder(HostOrder.Key.SERIAL_NUMBER, first, second, third);
    assertOrder(HostOrder.Key.MODEL, first, second, third);
    // As versions, not as text.
    assertOrder(HostOrder.Key.OS_VERSION, third, first, second);
    // Those of no team first, then upper and lower case alike.
    assertOrder(HostOrder.Key.TEAM, second, third, first);
    assertOrder(HostOrder.Key.CREATED, first, second, third);
    assertOrder(HostOrder.Key.SEEN, first, second, third);
    stores.enrollments().checkOut(three.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertOrder(HostOrder.Key.MDM, third, first, second);
  }

  /** And the other way around, and page by page, and all at once. */
  private void assertOrder(HostOrder.Key key, HostId... expected) {
    List<HostId> up = List.of(expected);
    List<HostId> down = new ArrayList<>(up);
    Collections.reverse(down);
    assertEquals(key.name(), up, ordered(key, false));
    assertEquals(key.name(), down, ordered(key, true));
    HostOrder order = new HostOrder(key, true);
    assertEquals(down, stores.hosts().ids(HostFilter.all(), order));
    for (int i = 0; i < down.size(); i++) {
      List<Host> page = stores.hosts().list(HostFilter.all(), order, new PageRequest(0, i, 1));
      assertEquals(List.of(down.get(i)), page.stream().map(Host::id).toList());
    }
  }

  @Test
  public void aFilterHoldsInAnyOrder() {
    HostId one = mac(1).host();
    HostId two = mac(2).host();
    mac(3);
    TeamId team = team("Sales");
    stores
        .hosts()
        .transfer(List.of(one, two), Optional.of(team), T, move -> move.by(Fixtures.ADMIN));
    HostFilter filter = HostFilter.all().within(TeamScope.of(Optional.of(team)));
    for (HostOrder.Key key : HostOrder.Key.values()) {
      HostOrder order = new HostOrder(key, true);
      assertEquals(List.of(two, one), stores.hosts().ids(filter, order));
      List<Host> behind = stores.hosts().list(filter, order, new PageRequest(one.value(), 0, 9));
      assertEquals(List.of(two), behind.stream().map(Host::id).toList());
    }
  }

  private static MacFacts named(String name) {
    return new MacFacts("", name, "", "", "", "");
  }

  @Test
  public void theChannelsOfUsersThatAreInUse() {
    EnrolledMac mac = mac(1);
    EnrolledMac other = mac(2);
    ChannelId user = ChannelId.user(mac.channel().device(), "0A1B2C3D-0000-4000-8000-000000000001");
    assertEquals(List.of(), stores.hosts().userChannels(List.of(mac.host())));
    stores.enrollments().token(Fixtures.token(user, T));
    assertEquals(List.of(user), stores.hosts().userChannels(List.of(mac.host(), other.host())));
    assertEquals(List.of(), stores.hosts().userChannels(List.of(other.host())));
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), stores.hosts().userChannels(List.of(mac.host())));
  }

  @Test
  public void hostsAreFoundByUdidSerialAndUniqueName() {
    HostId one = mac(1).host();
    mac(2);
    assertEquals(one, stores.hosts().find(one).orElseThrow().id());
    assertEquals(one, identified(Fixtures.udid(1)));
    assertEquals(one, identified(Fixtures.serial(1)));
    assertEquals(one, identified("Mac 1"));
    assertEquals(Optional.empty(), stores.hosts().findByIdentifier("nobody", ALL));
    assertEquals(Optional.empty(), stores.hosts().find(new HostId(987654)));
  }

  @Test
  public void manyAreFoundAtOnceAsEachWouldBe() {
    HostId one = mac(1).host();
    HostId two = mac(2).host();
    mac(3);
    mac(4);
    report(mac(3), named("MacBook"));
    report(mac(4), named("MacBook"));
    Map<String, Host> found =
        stores
            .hosts()
            .findAllByIdentifier(
                List.of(Fixtures.udid(1), Fixtures.serial(2), "Mac 2", "MacBook", "nobody"), ALL);
    assertEquals(Set.of(Fixtures.udid(1), Fixtures.serial(2), "Mac 2"), found.keySet());
    assertEquals(one, found.get(Fixtures.udid(1)).id());
    assertEquals(two, found.get(Fixtures.serial(2)).id());
    assertEquals(two, found.get("Mac 2").id());
    assertEquals(
        Set.of(one, two),
        stores.hosts().findAll(List.of(one, two, new HostId(987654))).stream()
            .map(Host::id)
            .collect(Collectors.toSet()));
    assertEquals(List.of(), stores.hosts().findAll(List.of()));
  }

  /** PostgreSQL refuses the character. */
  @Test
  public void anIdentifierWithNulFindsNothing() {
    mac(1);
    assertEquals(Map.of(), stores.hosts().findAllByIdentifier(List.of("a\0", "b\0c"), ALL));
  }

  private HostId identified(String identifier) {
    return stores.hosts().findByIdentifier(identifier, ALL).orElseThrow().id();
  }

  /** A foreign Mac must not make one's own unknown, nor be told apart from one that is not. */
  @Test
  public void aNameIsLookedUpAmongTheHostsOfTheScope() {
    HostId own = mac(1).host();
    report(mac(1), named("MacBook"));
    report(mac(2), named("MacBook"));
    TeamId team = team("Desks");
    stores.hosts().transfer(List.of(own), Optional.of(team), T, move -> move.by(Fixtures.ADMIN));
    TeamScope scope = TeamScope.of(Set.of(team));
    List<String> wanted =
        List.of("MacBook", Fixtures.serial(1), Fixtures.serial(2), Fixtures.udid(2));
    for (String text : wanted.subList(0, 2)) {
      assertEquals(own, stores.hosts().findByIdentifier(text, scope).orElseThrow().id());
    }
    for (String text : wanted.subList(2, 4)) {
      assertEquals(Optional.empty(), stores.hosts().findByIdentifier(text, scope));
    }
    Map<String, Host> found = stores.hosts().findAllByIdentifier(wanted, scope);
    assertEquals(Set.of("MacBook", Fixtures.serial(1)), found.keySet());
    assertEquals(own, found.get("MacBook").id());
    assertEquals(Map.of(), stores.hosts().findAllByIdentifier(wanted, TeamScope.nowhere()));
  }

  @Test
  public void aNameThatTwoHaveFindsNeither() {
    report(mac(1), named("MacBook"));
    report(mac(2), named("MacBook"));
    assertEquals(Optional.empty(), stores.hosts().findByIdentifier("MacBook", ALL));
  }

  @Test
  public void listsAreFilteredAndPaged() {
    HostId one = mac(1).host();
    HostId two = mac(2).host();
    HostId three = mac(3).host();
    assertEquals(List.of(one, two, three), list(HostFilter.all(), PageRequest.first(100)));
    assertEquals(List.of(two), list(HostFilter.all(), new PageRequest(0, 1, 1)));
    assertEquals(List.of(two, three), list(HostFilter.all(), new PageRequest(one.value(), 0, 9)));
    assertEquals(List.of(two), search("mac 2"));
    assertEquals(List.of(three), search(Fixtures.serial(3).toLowerCase(java.util.Locale.ROOT)));
    assertEquals(List.of(three), search(Fixtures.udid(3).substring(20)));
    assertEquals(List.of(), search("%"));
    assertEquals(List.of(), search("_"));
  }

  @Test
  public void listsAreFilteredByStatus() {
    HostId one = mac(1).host();
    EnrolledMac two = mac(2);
    stores.enrollments().checkOut(two.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(
        List.of(two.host()), list(new HostFilter("", Set.of(MdmStatus.OFF)), PageRequest.first(9)));
    assertEquals(
        List.of(one), list(new HostFilter("", Set.of(MdmStatus.ON_MANUAL)), PageRequest.first(9)));
    assertEquals(Long.valueOf(1), stores.hosts().counts().get(MdmStatus.OFF));
    assertEquals(Long.valueOf(1), stores.hosts().counts().get(MdmStatus.ON_MANUAL));
  }

  private static MacFacts running(String osVersion) {
    return new MacFacts("", "Mac", "", "", osVersion, "");
  }

  @Test
  public void enrolledHostsAreCountedByTheirMacos() {
    report(mac(1), running("14.7"));
    report(mac(2), running("14.7"));
    EnrolledMac moved = mac(3);
    report(moved, running("15.5"));
    EnrolledMac left = mac(4);
    report(left, running("15.5"));
    stores.enrollments().checkOut(left.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(Map.of("14.7", 2L, "15.5", 1L), stores.hosts().osVersions(ALL));
    assertEquals(2, running(Optional.empty(), "14.7"));
    assertEquals(0, running(Optional.empty(), "14"));
    assertEquals(0, running(Optional.of(new TeamId(4711)), "14.7"));
    Optional<TeamId> desks = Optional.of(team("Desks"));
    TeamScope ofDesks = TeamScope.of(desks);
    assertEquals(Map.of(), stores.hosts().osVersions(ofDesks));
    stores.hosts().transfer(List.of(moved.host()), desks, T, move -> move.by(Fixtures.ADMIN));
    assertEquals(Map.of("15.5", 1L), stores.hosts().osVersions(ofDesks));
    assertEquals(Map.of("14.7", 2L), stores.hosts().osVersions(TeamScope.of(Optional.empty())));
  }

  @Test
  public void listsAreFilteredByTheWorstProfile() {
    HostId bad = mac(1).host();
    HostId good = mac(2).host();
    HostId bare = mac(3).host();
    EnrolledMac left = mac(4);
    profiles(bad, ProfileStatus.VERIFIED, ProfileStatus.FAILED);
    profiles(good, ProfileStatus.VERIFIED, ProfileStatus.VERIFIED);
    profiles(left.host(), ProfileStatus.FAILED);
    stores.enrollments().checkOut(left.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(bad), withProfiles(ProfileStatus.FAILED));
    assertEquals(List.of(good), withProfiles(ProfileStatus.VERIFIED));
    assertEquals(List.of(), withProfiles(ProfileStatus.PENDING));
    assertEquals(
        Map.of(bad, ProfileStatus.FAILED, good, ProfileStatus.VERIFIED),
        stores.hostProfiles().overall(List.of(bad, good, bare, left.host())));
    assertEquals(Map.of(), stores.hostProfiles().overall(List.of()));
  }

  private List<HostId> withProfiles(ProfileStatus status) {
    HostFilter filter = new HostFilter("", Set.of(), Optional.of(status));
    return list(filter, PageRequest.first(9));
  }

  private void profiles(HostId host, ProfileStatus... statuses) {
    for (int i = 0; i < statuses.length; i++) {
      HostProfile row =
          new HostProfile(
              host,
              "custom",
              "org.example." + i,
              "Profile " + i,
              "U-" + i,
              Fixtures.hash("profile " + i),
              ProfileOperation.INSTALL,
              statuses[i],
              Optional.empty(),
              "",
              0,
              T);
      stores
          .hostProfiles()
          .save(new HostProfileChanges(List.of(row), List.of(), List.of(), List.of()), T);
    }
  }

  @Test
  public void aReportReplacesWhatItSays() {
    EnrolledMac mac = mac(1);
    report(mac, new MacFacts("", "Renamed", "", "", "15.6", ""));
    Host host = stores.hosts().find(mac.host()).orElseThrow();
    assertEquals(
        new MacFacts(Fixtures.serial(1), "Renamed", "Mac15,6", "MacBook Pro", "15.6", "24F74"),
        host.facts());
    assertEquals(Optional.of(T.plus(MINUTE)), host.detailsUpdatedAt());
  }

  @Test
  public void inventoriesAreKeptSeparately() {
    EnrolledMac mac = mac(1);
    assertEquals(NOTHING, stores.hosts().inventory(mac.host()));
    PlistDict device = PlistDict.builder().put("OSVersion", "15.5").put("HasBattery", true).build();
    PlistDict security = PlistDict.builder().put("FDE_Enabled", false).build();
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.of(named("")),
            new HostInventory(Optional.of(device), Optional.empty()),
            T);
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.empty(),
            new HostInventory(Optional.empty(), Optional.of(security)),
            T.plus(HOUR));
    assertEquals(
        new HostInventory(Optional.of(device), Optional.of(security), Optional.of(T.plus(HOUR))),
        stores.hosts().inventory(mac.host()));
    assertEquals(Optional.of(T), stores.hosts().find(mac.host()).orElseThrow().detailsUpdatedAt());
  }

  private void supervised(EnrolledMac mac, PlistDict device) {
    HostInventory said = new HostInventory(Optional.of(device), Optional.empty());
    stores.hosts().report(mac.channel(), Optional.empty(), said, T);
  }

  @Test
  public void whoSaysThatItIsNotSupervisedIsBelieved() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    List<HostId> all = List.of(one.host(), two.host(), mac(3).host());
    supervised(one, PlistDict.of().with("IsSupervised", false));
    supervised(two, PlistDict.of().with("IsSupervised", true));
    assertEquals(Set.of(one.host()), stores.hosts().unsupervised(all));
    assertEquals(Set.of(), stores.hosts().unsupervised(List.of(two.host())));
    assertEquals(Set.of(), stores.hosts().unsupervised(List.of()));
    supervised(one, PlistDict.of().with("OSVersion", "15.5"));
    assertEquals(Set.of(), stores.hosts().unsupervised(all));
  }

  @Test
  public void aReportOfAnUnknownMacIsIgnored() {
    stores.hosts().report(ChannelId.device("STRANGER"), Optional.of(Fixtures.facts(9)), NOTHING, T);
    assertEquals(List.of(), list(HostFilter.all(), PageRequest.first(10)));
  }

  @Test
  public void aRefetchQueuesAndIsAwaitedUntilItIsAnswered() {
    EnrolledMac mac = mac(1);
    CommandOrder order = Fixtures.order("DeviceInformation", "enrollment", T, mac.channel());
    stores.hosts().refetch(mac.host(), List.of(order), T);
    assertTrue(stores.hosts().find(mac.host()).orElseThrow().refetchRequested());
    assertEquals(1, stores.commandHistory().find(order.command().uuid()).size());
    report(mac, Fixtures.facts(1));
    assertFalse(stores.hosts().find(mac.host()).orElseThrow().refetchRequested());
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> stores.hosts().refetch(new HostId(987654), List.of(), T));
  }

  @Test
  public void oldDetailsAreFoundOldestFirst() {
    EnrolledMac never = mac(1);
    EnrolledMac old = mac(2);
    EnrolledMac fresh = mac(3);
    EnrolledMac left = mac(4);
    stores.hosts().report(old.channel(), Optional.of(named("")), NOTHING, T);
    stores.hosts().report(fresh.channel(), Optional.of(named("")), NOTHING, T.plus(HOUR));
    stores.enrollments().checkOut(left.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(
        List.of(never.host(), old.host()),
        stores.hosts().detailsOlderThan(T.plus(MINUTE), 10).stream().map(Host::id).toList());
    assertEquals(1, stores.hosts().detailsOlderThan(T.plus(MINUTE), 1).size());
  }

  @Test
  public void anEnrolledHostIsNotDeleted() {
    EnrolledMac mac = mac(1);
    assertFails(
        MdmException.Kind.CONFLICT,
        () -> stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host")));
    assertTrue(stores.hosts().find(mac.host()).isPresent());
    assertEquals(List.of("mdm_enrolled"), activities());
  }

  @Test
  public void theIdentityOfADeletedHostIsNobodys() {
    EnrolledMac mac = mac(1);
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host"));
    EnrolledMac other = mac(2);
    for (int number : new int[] {1, 2, 3}) {
      ChannelId channel = ChannelId.device(Fixtures.udid(number));
      assertFails(
          MdmException.Kind.FORBIDDEN,
          () ->
              stores
                  .enrollments()
                  .start(Fixtures.start(channel, mac.certificateSha256(), number, T)));
    }
    assertEquals(Optional.empty(), stores.enrollments().binding(mac.certificateSha256()));
    assertTrue(stores.enrollments().find(other.channel()).orElseThrow().enabled());
  }

  @Test
  public void deletingTakesAllButTokens() {
    EnrolledMac mac = mac(1);
    stores.bootstrapTokens().put(mac.channel(), Optional.of(new byte[] {1}), 1, T);
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host"));
    assertEquals(Optional.empty(), stores.hosts().find(mac.host()));
    assertEquals(Optional.empty(), stores.enrollments().find(mac.channel()));
    assertTrue(stores.bootstrapTokens().get(mac.channel()).isPresent());
    assertContains(activities(), "deleted_host");
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host")));
  }

  private int running(Optional<TeamId> team, String version) {
    TeamVersions wanted = new TeamVersions(Map.of(team, Set.of(version)), false);
    return list(HostFilter.all().withVersions(Optional.of(wanted)), PageRequest.first(9)).size();
  }
}
