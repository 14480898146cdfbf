package io.pomona.testkit.contract;

import static io.pomona.testkit.contract.HostProfileRow.row;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.HostProfileStore.Removed;
import io.pomona.api.profiles.HostProfileStore.Superseded;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileSpread;
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
public class HostProfileStoreContract extends StoreContract {
  private static final Optional<CommandUuid> NO_COMMAND = Optional.empty();

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
  public void theSpreadCountsMacsThatHaveOneOfThem() {
    HostId both = mac(1).host();
    HostId one = mac(2).host();
    HostId removing = mac(3).host();
    mac(4);
    HostProfile leaves = row(removing, "a", ProfileStatus.PENDING);
    save(
        List.of(
            row(both, "a", ProfileStatus.VERIFIED),
            row(both, "b", ProfileStatus.FAILED),
            row(one, "a", ProfileStatus.PENDING),
            row(one, "c", ProfileStatus.VERIFIED),
            new HostProfile(
                removing,
                leaves.contributor(),
                "a",
                leaves.name(),
                leaves.payloadUuid(),
                leaves.contentSha256(),
                ProfileOperation.REMOVE,
                ProfileStatus.PENDING,
                leaves.command(),
                "",
                0,
                T)),
        List.of(),
        List.of());
    assertEquals(
        new ProfileSpread(4, 2, Map.of("a", 2L, "b", 1L)),
        stores.hostProfiles().spread(Optional.empty(), List.of("a", "b", "z")));
    assertEquals(
        new ProfileSpread(0, 0, Map.of()),
        stores.hostProfiles().spread(Optional.of(new TeamId(987654)), List.of("a")));
    assertEquals(
        new ProfileSpread(4, 0, Map.of()),
        stores.hostProfiles().spread(Optional.empty(), List.of()));
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
}
