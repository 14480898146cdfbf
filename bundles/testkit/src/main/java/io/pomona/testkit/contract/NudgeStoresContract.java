package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.abm.FetchedBytes;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgeInstall.Status;
import io.pomona.api.updates.NudgePackage;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/**
 * What every {@code NudgePackageStore} and {@code NudgeInstallStore} must do, with the marks of
 * {@code NudgeDueStore}.
 */
public class NudgeStoresContract extends StoreContract {
  private static final Duration DAY = Duration.ofDays(1);
  private static final ActivityDraft ADDED = Fixtures.activity("added_nudge_package");
  private static final ActivityDraft DELETED = Fixtures.activity("deleted_nudge_package");

  private static NudgePackage sample(String name, LargeFileId file) {
    return new NudgePackage(
        name, file, 5, Fixtures.hash(name), List.of(Fixtures.hash("1"), Fixtures.hash("2")), T);
  }

  private NudgeInstall told(EnrolledMac mac, CommandOrder order, LargeFileId file) {
    String token = Fixtures.hash("token " + order.command().uuid().value());
    return new NudgeInstall(
        mac.host(),
        T,
        "package",
        new SetupDownload("nudge.pkg", file, 5, token, FetchedBytes.none()),
        T.plus(DAY),
        Status.QUEUED,
        "waits",
        order.command().uuid(),
        1,
        Optional.empty(),
        0);
  }

  private static CommandOrder order(EnrolledMac mac) {
    return Fixtures.order("InstallEnterpriseApplication", "updates-nudge", T, mac.channel());
  }

  private NudgeInstall present(HostId host) {
    return stores.nudgeInstalls().of(List.of(host)).get(host);
  }

  private List<HostId> lease(Instant now) {
    return stores.nudgeDue().leaseDue(10, now, MINUTE).stream().map(Host::id).toList();
  }

  /** Who was due, and is no more. */
  private List<HostId> settled(EnrolledMac mac) {
    List<HostId> due = lease(T);
    stores.nudgeDue().looked(List.of(mac.host()));
    return due;
  }

  @Test
  public void thereIsOnePackageAndTheNewestCounts() {
    assertEquals(Optional.empty(), stores.nudgePackages().find());
    stores.nudgePackages().put(sample("a.pkg", new LargeFileId(1)), List.of(ADDED));
    NudgePackage second = sample("b.pkg", new LargeFileId(2));
    stores.nudgePackages().put(second, List.of(DELETED, ADDED));
    assertEquals(Optional.of(second), stores.nudgePackages().find());
    assertTrue(stores.nudgePackages().delete(List.of(DELETED), T));
    assertFalse(stores.nudgePackages().delete(List.of(DELETED), T));
    assertEquals(Optional.empty(), stores.nudgePackages().find());
    assertEquals(4, activities().size());
  }

  @Test
  public void aMacIsToldOnceAndTheCommandWaits() {
    EnrolledMac mac = mac(1);
    CommandOrder order = order(mac);
    NudgeInstall told = told(mac, order, new LargeFileId(7));
    assertTrue(stores.nudgeInstalls().tell(told, order, T));
    assertFalse(
        stores.nudgeInstalls().tell(told(mac, order(mac), told.download().file()), order(mac), T));
    NudgeInstall read = present(mac.host());
    assertEquals(told.download(), read.download());
    assertEquals(Optional.of(read), stores.nudgeInstalls().byToken(told.download().tokenSha256()));
    assertEquals(Optional.empty(), stores.nudgeInstalls().byToken("another"));
    assertArrayEquals(
        order.command().body(),
        stores.commandQueue().exchange(Reports.idle(mac.channel()), T).orElseThrow());
  }

  @Test
  public void aChangeCountsOnlyOnWhatWasRead() {
    EnrolledMac mac = mac(1);
    CommandOrder order = order(mac);
    stores.nudgeInstalls().tell(told(mac, order, new LargeFileId(7)), order, T);
    NudgeInstall read = present(mac.host());
    NudgeInstall more =
        read.with(read.download().with(0, 5)).at(Status.FETCHED, "has it", Optional.of(T));
    assertTrue(stores.nudgeInstalls().save(more));
    assertFalse(stores.nudgeInstalls().save(more));
    assertEquals(Status.FETCHED, present(mac.host()).status());
    assertEquals(Optional.of(T), present(mac.host()).againAt());
    assertTrue(present(mac.host()).download().complete());
  }

  @Test
  public void aMacIsDueUntilItWasLookedAt() {
    EnrolledMac mac = mac(1);
    assertEquals(List.of(mac.host()), lease(T));
    assertEquals("leased", List.of(), lease(T));
    assertEquals("the lease ended", List.of(mac.host()), lease(T.plus(MINUTE)));
    stores.nudgeDue().looked(List.of(mac.host()));
    assertEquals(List.of(), lease(T.plus(DAY)));
    stores.nudgeDue().markDue(List.of(mac.host()), T.plus(HOUR));
    assertEquals("not yet", List.of(), lease(T));
    assertEquals(List.of(mac.host()), lease(T.plus(HOUR)));
  }

  @Test
  public void aMarkDuringTheLeaseOutlivesIt() {
    EnrolledMac mac = mac(1);
    lease(T);
    stores.nudgeDue().markDue(List.of(mac.host()), T);
    stores.nudgeDue().looked(List.of(mac.host()));
    assertEquals(List.of(mac.host()), lease(T));
  }

  @Test
  public void onlyEnrolledMacsAreDue() {
    EnrolledMac here = mac(1);
    EnrolledMac gone = mac(2);
    stores.enrollments().checkOut(gone.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(here.host()), lease(T));
    stores.nudgeDue().looked(List.of(here.host()));
    stores.nudgeDue().markAllDue(T);
    stores.nudgeDue().markDue(List.of(gone.host()), T);
    assertEquals(List.of(here.host()), lease(T));
  }

  @Test
  public void whatMakesADifferenceMakesItDue() {
    EnrolledMac mac = mac(1);
    settled(mac);
    stores.nudgePackages().put(sample("a.pkg", new LargeFileId(1)), List.of(ADDED));
    assertEquals("another package", List.of(mac.host()), settled(mac));
    Optional<TeamId> team = Optional.of(team("Desks"));
    stores.hosts().transfer(List.of(mac.host()), team, T, move -> move.by(Fixtures.ADMIN));
    assertEquals("a move", List.of(mac.host()), settled(mac));
    require(Optional.empty());
    assertEquals("not its team", List.of(), settled(mac));
    require(team);
    assertEquals("its team", List.of(mac.host()), settled(mac));
  }

  private void require(Optional<TeamId> team) {
    UpdatePolicy policy =
        new UpdatePolicy(
            "14.6.1", LocalDate.of(2027, 1, 1), UpdatePolicy.USUAL_TIME, ZoneId.of("UTC"));
    stores
        .updatePolicies()
        .put(team, Optional.of(policy), Fixtures.activity("edited_macos_min_version"), T);
  }

  @Test
  public void whoIsToldAgainIsDueThen() {
    EnrolledMac mac = mac(1);
    settled(mac);
    CommandOrder order = order(mac);
    stores.nudgeInstalls().tell(told(mac, order, new LargeFileId(7)), order, T);
    assertEquals("never", List.of(), lease(T.plus(DAY)));
    stores
        .nudgeInstalls()
        .save(present(mac.host()).at(Status.FAILED, "no", Optional.of(T.plus(HOUR))));
    assertEquals(List.of(), lease(T));
    assertEquals(List.of(mac.host()), lease(T.plus(HOUR)));
  }

  @Test
  public void itIsForgottenWithTheMac() {
    EnrolledMac mac = mac(1);
    CommandOrder order = order(mac);
    stores.nudgeInstalls().tell(told(mac, order, new LargeFileId(7)), order, T);
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host"));
    assertEquals(Map.of(), stores.nudgeInstalls().of(List.of(mac.host())));
  }

  @Test
  public void itsFileIsKeptWhileSomebodyNeedsIt() {
    LargeFileId file = stores.largeFiles().begin(T);
    stores.largeFiles().append(file, 0, new byte[] {1});
    stores.nudgePackages().put(sample("a.pkg", file), List.of());
    stores.largeFiles().delete(file);
    assertEquals(0, stores.largeFiles().forget(T.plus(DAY), T.plus(DAY), 10));
    assertTrue(stores.largeFiles().part(file, 0).isPresent());
    EnrolledMac mac = mac(1);
    CommandOrder order = order(mac);
    stores.nudgeInstalls().tell(told(mac, order, file), order, T);
    stores.nudgePackages().delete(List.of(), T);
    assertEquals(0, stores.largeFiles().forget(T.plus(HOUR), T.plus(HOUR), 10));
    assertEquals(1, stores.largeFiles().forget(T.plus(DAY), T.plus(DAY), 10));
  }
}
