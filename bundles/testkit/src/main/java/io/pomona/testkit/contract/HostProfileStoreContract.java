package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.HostProfileStore.Removed;
import io.pomona.api.profiles.HostProfileStore.Superseded;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code HostProfileStore} must do. */
public abstract class HostProfileStoreContract extends StoreContract {
  private static final Optional<CommandUuid> NO_COMMAND = Optional.empty();

  private static HostProfile row(HostId host, String identifier, ProfileStatus status) {
    return row(host, identifier, status, NO_COMMAND, "", 0);
  }

  private static HostProfile row(
      HostId host,
      String identifier,
      ProfileStatus status,
      Optional<CommandUuid> command,
      String detail,
      int retries) {
    return new HostProfile(
        host,
        "custom",
        identifier,
        "Name of " + identifier,
        "UUID-" + identifier,
        Fixtures.hash(identifier),
        ProfileOperation.INSTALL,
        status,
        command,
        detail,
        retries,
        T);
  }

  private void save(List<HostProfile> upserts, List<Removed> removed, List<CommandOrder> orders) {
    stores.hostProfiles().save(new HostProfileChanges(upserts, removed, orders, List.of()), T);
  }

  private List<HostProfile> rows(HostId host) {
    return stores.hostProfiles().statuses(List.of(host)).getOrDefault(host, List.of());
  }

  private List<HostId> lease(Instant now) {
    return stores.hostProfiles().leaseDirty(100, now, MINUTE).stream().map(Host::id).toList();
  }

  private void reconciled(HostId... hosts) {
    stores
        .hostProfiles()
        .save(new HostProfileChanges(List.of(), List.of(), List.of(), List.of(hosts)), T);
  }

  @Test
  public void rowsAreStoredWholeAndReplaced() {
    HostId mac = mac(1).host();
    HostProfile first =
        row(mac, "a", ProfileStatus.PENDING, Optional.of(CommandUuid.random()), "", 0);
    HostProfile other = row(mac, "b", ProfileStatus.VERIFIED);
    save(List.of(first, other), List.of(), List.of());
    assertEquals(java.util.Set.of(first, other), java.util.Set.copyOf(rows(mac)));
    HostProfile failed =
        row(mac, "a", ProfileStatus.FAILED, NO_COMMAND, "The profile is broken (X 1)", 1);
    save(List.of(failed), List.of(), List.of());
    assertEquals(java.util.Set.of(failed, other), java.util.Set.copyOf(rows(mac)));
  }

  @Test
  public void longReasonsAreKept() {
    HostId mac = mac(1).host();
    HostProfile failed =
        row(mac, "a", ProfileStatus.FAILED, NO_COMMAND, "Reason \u00e4\u4e2d ".repeat(400), 1);
    save(List.of(failed), List.of(), List.of());
    assertEquals(List.of(failed), rows(mac));
  }

  @Test
  public void rowsAreRemoved() {
    HostId one = mac(1).host();
    HostId two = mac(2).host();
    save(
        List.of(row(one, "a", ProfileStatus.VERIFIED), row(two, "a", ProfileStatus.VERIFIED)),
        List.of(),
        List.of());
    save(List.of(), List.of(new Removed(one, "a"), new Removed(one, "unknown")), List.of());
    assertEquals(List.of(), rows(one));
    assertEquals(1, rows(two).size());
  }

  @Test
  public void commandsAreQueuedWithTheRows() {
    EnrolledMac mac = mac(1);
    CommandOrder order = Fixtures.order("InstallProfile", "profiles", T, mac.channel());
    CommandUuid uuid = order.command().uuid();
    save(
        List.of(row(mac.host(), "a", ProfileStatus.PENDING, Optional.of(uuid), "", 0)),
        List.of(),
        List.of(order));
    assertEquals(CommandState.QUEUED, stores.commandHistory().find(uuid).get(0).state());
    assertEquals(1, stores.wakes().lease(10, T, MINUTE).size());
  }

  @Test
  public void whatCannotBeQueuedIsNotStoredEither() {
    EnrolledMac mac = mac(1);
    CommandOrder order = Fixtures.order("InstallProfile", "profiles", T, mac.channel());
    save(List.of(), List.of(), List.of(order));
    assertFails(
        "commands.uuid_taken",
        () ->
            save(List.of(row(mac.host(), "a", ProfileStatus.PENDING)), List.of(), List.of(order)));
    assertEquals(List.of(), rows(mac.host()));
  }

  @Test
  public void supersededCommandsAreNotHandedOutAndNobodyIsTold() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    CommandOrder old =
        Fixtures.order("InstallProfile", "profiles", T, one.channel(), two.channel());
    CommandOrder next = Fixtures.order("InstallProfile", "profiles", T, one.channel());
    save(List.of(), List.of(), List.of(old));
    drainOutbox();
    CommandUuid uuid = old.command().uuid();
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(
                List.of(),
                List.of(),
                List.of(next),
                List.of(),
                List.of(new Superseded(uuid, one.channel()))),
            T);
    assertEquals(
        CommandState.CANCELLED,
        stores.commandHistory().find(uuid, one.channel()).orElseThrow().state());
    assertEquals(
        CommandState.QUEUED,
        stores.commandHistory().find(uuid, two.channel()).orElseThrow().state());
    assertEquals(List.of(), drainOutbox());
    stores.commandQueue().exchange(Reports.idle(one.channel()), T);
    assertEquals(
        CommandState.SENT,
        stores.commandHistory().find(next.command().uuid(), one.channel()).orElseThrow().state());
  }

  @Test
  public void newEnrollmentsAreDirtyUntilReconciled() {
    HostId mac = mac(1).host();
    assertEquals(List.of(mac), lease(T));
    reconciled(mac);
    assertEquals(List.of(), lease(T.plus(HOUR)));
  }

  @Test
  public void aLeaseHidesUntilItEnds() {
    HostId mac = mac(1).host();
    assertEquals(List.of(mac), lease(T));
    assertEquals(List.of(), lease(T.plusSeconds(59)));
    assertEquals(List.of(mac), lease(T.plusSeconds(61)));
  }

  @Test
  public void aMarkSetDuringTheWorkStays() {
    HostId mac = mac(1).host();
    lease(T);
    stores.hostProfiles().markDirty(List.of(mac), T);
    reconciled(mac);
    assertEquals(List.of(mac), lease(T.plus(MINUTE).plusSeconds(1)));
    reconciled(mac);
    assertEquals(List.of(), lease(T.plus(HOUR)));
  }

  @Test
  public void aMarkIsDueAtItsTimeAndTheEarlierOneCounts() {
    HostId mac = mac(1).host();
    lease(T);
    reconciled(mac);
    stores.hostProfiles().markDirty(List.of(mac), T.plus(HOUR));
    assertEquals(List.of(), lease(T.plus(MINUTE)));
    stores.hostProfiles().markDirty(List.of(mac), T.plus(MINUTE.multipliedBy(10)));
    stores.hostProfiles().markDirty(List.of(mac), T.plus(HOUR.multipliedBy(5)));
    assertEquals(List.of(mac), lease(T.plus(MINUTE.multipliedBy(11))));
  }

  @Test
  public void allEnrolledOnesAreMarked() {
    HostId one = mac(1).host();
    HostId two = mac(2).host();
    stores.enrollments().checkOut(mac(3).channel(), T, Fixtures.activity("mdm_unenrolled"));
    lease(T);
    reconciled(one, two);
    stores.hostProfiles().markAllDirty(T.plus(MINUTE));
    assertEquals(
        java.util.Set.of(one, two), java.util.Set.copyOf(lease(T.plus(MINUTE.multipliedBy(2)))));
  }

  @Test
  public void leavingTakesTheRows() {
    EnrolledMac mac = mac(1);
    save(List.of(row(mac.host(), "a", ProfileStatus.VERIFIED)), List.of(), List.of());
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), rows(mac.host()));
    assertEquals(List.of(), lease(T.plus(HOUR)));
  }

  @Test
  public void theWorstStatusIsTheHosts() {
    HostId failed = mac(1).host();
    HostId pending = mac(2).host();
    HostId verifying = mac(3).host();
    HostId verified = mac(4).host();
    mac(5);
    save(
        List.of(
            row(failed, "a", ProfileStatus.FAILED),
            row(failed, "b", ProfileStatus.PENDING),
            row(pending, "a", ProfileStatus.PENDING),
            row(pending, "b", ProfileStatus.VERIFYING),
            row(verifying, "a", ProfileStatus.VERIFYING),
            row(verifying, "b", ProfileStatus.VERIFIED),
            row(verified, "a", ProfileStatus.VERIFIED)),
        List.of(),
        List.of());
    Map<ProfileStatus, Long> summary = stores.hostProfiles().summary(Optional.empty());
    for (ProfileStatus status : ProfileStatus.values()) {
      assertEquals(status.name(), Long.valueOf(1), summary.get(status));
    }
  }

  @Test
  public void noHostIsLeasedTwiceAtOnce() throws Exception {
    for (int i = 1; i <= 40; i++) {
      mac(i);
    }
    List<List<Host>> leased =
        Race.of(8, i -> () -> stores.hostProfiles().leaseDirty(10, T, MINUTE));
    List<HostId> all = leased.stream().flatMap(List::stream).map(Host::id).toList();
    assertEquals(all.size(), all.stream().distinct().count());
    assertTrue(!all.isEmpty());
  }

  @Test
  public void hostsAreCountedByHowFarOneProfileIs() {
    HostId verified = mac(1).host();
    HostId failed = mac(2).host();
    HostId older = mac(3).host();
    mac(4);
    stores.enrollments().checkOut(mac(5).channel(), T, Fixtures.activity("mdm_unenrolled"));
    save(
        List.of(
            row(verified, "a", ProfileStatus.VERIFIED),
            row(verified, "b", ProfileStatus.FAILED),
            row(failed, "a", ProfileStatus.FAILED),
            row(older, "b", ProfileStatus.VERIFIED)),
        List.of(),
        List.of());
    String bytes = Fixtures.hash("a");
    assertEquals(
        Map.of(ProfileStatus.VERIFIED, 1L, ProfileStatus.FAILED, 1L, ProfileStatus.PENDING, 2L),
        stores.hostProfiles().progress(Optional.empty(), "a", bytes));
    assertEquals(
        Map.of(ProfileStatus.PENDING, 4L),
        stores.hostProfiles().progress(Optional.empty(), "a", Fixtures.hash("changed")));
    assertEquals(
        Map.of(), stores.hostProfiles().progress(Optional.of(new TeamId(987654)), "a", bytes));
  }

  @Test
  public void hostsAreListedByHowFarOneProfileIs() {
    HostId failed = mac(1).host();
    HostId late = mac(2).host();
    HostId also = mac(3).host();
    save(
        List.of(row(failed, "a", ProfileStatus.FAILED), row(also, "a", ProfileStatus.FAILED)),
        List.of(),
        List.of());
    assertEquals(List.of(failed, also), listed("a", ProfileStatus.FAILED, PageRequest.first(10)));
    assertEquals(List.of(failed), listed("a", ProfileStatus.FAILED, PageRequest.first(1)));
    assertEquals(
        List.of(also), listed("a", ProfileStatus.FAILED, new PageRequest(failed.value(), 0, 10)));
    assertEquals(List.of(also), listed("a", ProfileStatus.FAILED, new PageRequest(0, 1, 10)));
    assertEquals(List.of(late), listed("a", ProfileStatus.PENDING, PageRequest.first(10)));
    assertEquals(List.of(), listed("a", ProfileStatus.VERIFIED, PageRequest.first(10)));
  }

  private List<HostId> listed(String identifier, ProfileStatus status, PageRequest page) {
    return stores
        .hostProfiles()
        .hosts(Optional.empty(), identifier, Fixtures.hash(identifier), status, page);
  }

  private boolean resend(HostId host, String identifier) {
    return stores
        .hostProfiles()
        .resend(
            host,
            identifier,
            "as asked for",
            T.plus(MINUTE),
            Fixtures.activity("resent_configuration_profile"));
  }

  @Test
  public void whatIsResentIsPendingAnewAndWrittenDown() {
    HostId mac = mac(1).host();
    lease(T);
    reconciled(mac);
    Optional<CommandUuid> list = Optional.of(CommandUuid.random());
    save(List.of(row(mac, "a", ProfileStatus.FAILED, list, "Because", 1)), List.of(), List.of());
    int before = activities().size();
    assertTrue(resend(mac, "a"));
    HostProfile row = rows(mac).get(0);
    assertEquals(ProfileStatus.PENDING, row.status());
    assertEquals(NO_COMMAND, row.command());
    assertEquals("as asked for", row.detail());
    assertEquals(0, row.retries());
    assertEquals(T.plus(MINUTE), row.updatedAt());
    assertEquals(List.of(mac), lease(T.plus(MINUTE)));
    assertEquals(before + 1, activities().size());
  }

  @Test
  public void whatIsUnderWayOrUnknownIsNotResent() {
    HostId mac = mac(1).host();
    HostProfile leaving =
        new HostProfile(
            mac,
            "custom",
            "b",
            "B",
            "UUID-b",
            Fixtures.hash("b"),
            ProfileOperation.REMOVE,
            ProfileStatus.FAILED,
            NO_COMMAND,
            "Because",
            1,
            T);
    save(List.of(row(mac, "a", ProfileStatus.PENDING), leaving), List.of(), List.of());
    int before = activities().size();
    assertTrue(!resend(mac, "a"));
    assertTrue(!resend(mac, "b"));
    assertTrue(!resend(mac, "c"));
    assertEquals(before, activities().size());
  }

  @Test
  public void whatWaitsIsCountedByWhatItWaitsFor() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    CommandOrder sent =
        Fixtures.order("InstallProfile", "profiles", T, one.channel(), two.channel());
    Optional<CommandUuid> uuid = Optional.of(sent.command().uuid());
    save(
        List.of(
            row(one.host(), "a", ProfileStatus.PENDING, uuid, "", 0),
            row(one.host(), "b", ProfileStatus.PENDING),
            row(one.host(), "c", ProfileStatus.VERIFIED),
            row(two.host(), "a", ProfileStatus.PENDING, uuid, "", 0),
            row(two.host(), "b", ProfileStatus.VERIFYING)),
        List.of(),
        List.of(sent));
    stores.commandQueue().exchange(Reports.idle(one.channel()), T);
    assertEquals(List.of(), stores.hostProfiles().waiting(T.minusSeconds(1)));
    assertEquals(
        java.util.Set.of(
            waiting(ProfileStatus.PENDING, Optional.of(CommandState.SENT)),
            waiting(ProfileStatus.PENDING, Optional.of(CommandState.QUEUED)),
            waiting(ProfileStatus.PENDING, Optional.empty()),
            waiting(ProfileStatus.VERIFYING, Optional.empty())),
        java.util.Set.copyOf(stores.hostProfiles().waiting(T)));
    stores.commandQueue().exchange(Reports.notNow(one.channel(), uuid.get()), T);
    stores
        .commandQueue()
        .cancel(uuid.get(), Optional.empty(), Fixtures.activity("canceled_mdm_command"), T);
    assertEquals(
        2,
        stores.hostProfiles().waiting(T).stream()
            .filter(each -> each.command().equals(Optional.of(CommandState.CANCELLED)))
            .mapToLong(HostProfileStore.Waiting::count)
            .sum());
  }

  private static HostProfileStore.Waiting waiting(
      ProfileStatus status, Optional<CommandState> command) {
    return new HostProfileStore.Waiting(ProfileOperation.INSTALL, status, command, 1);
  }
}
