package io.pomona.updates.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Permission;
import io.pomona.api.updates.KeptReport;
import io.pomona.api.updates.ReportedUpdate;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import io.pomona.updates.policy.UpdatePolicies;
import io.pomona.updates.rest.MacosUpdateResource.ChangeAnswer;
import io.pomona.updates.rest.MacosUpdateResource.PolicyRequest;
import io.pomona.updates.rest.MacosUpdateResource.SummaryAnswer;
import io.pomona.updates.rest.MacosUpdateResource.VersionView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** What is required, as the API says it. */
public class MacosUpdateResourceTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);

  private MacosUpdateResource over(FakeAccess access) {
    return new MacosUpdateResource(
        new UpdatePolicies(stores.updatePolicies(), stores.hosts()),
        new KnownTeams(stores.teams(), access));
  }

  private final MacosUpdateResource resource = over(FakeAccess.allowingAll());

  private static PolicyRequest request(Optional<Long> team, String version, String deadline) {
    return new PolicyRequest(
        team, Optional.of(version), Optional.of(deadline), Optional.empty(), Optional.empty());
  }

  private ChangeAnswer require(String version, String deadline) {
    return resource.change(Fixtures.ADMIN, request(Optional.empty(), version, deadline));
  }

  private static String code(ThrowingRunnable call) {
    return assertThrows(MdmException.class, call).code();
  }

  @Test
  public void whatIsRequiredIsSaidWithTheUsualTime() {
    PolicyView required = require("15.6", "2099-12-24").macosUpdates();
    assertEquals(0, required.teamId());
    assertEquals("15.6", required.minimumVersion());
    assertEquals("20:00", required.deadlineTime());
    assertEquals("UTC", required.timeZone());
    assertEquals(Optional.of(Instant.parse("2099-12-24T20:00:00Z")), required.deadlineInstant());
  }

  @Test
  public void aDeadlineThatHasPassedIsTakenWithAWarning() {
    assertEquals(List.of(), require("15.6", "2099-12-24").warnings());
    assertEquals(1, require("15.6", "2001-01-01").warnings().size());
    assertEquals(List.of(), require("", "").warnings());
  }

  @Test
  public void macsAreCountedInEveryState() {
    Fixtures.enrolledMac(stores, 1, clock.instant());
    Fixtures.enrolledMac(stores, 2, clock.instant());
    require("15.6", "2099-12-24");
    SummaryAnswer summary = resource.summary(Fixtures.ADMIN, null);
    assertEquals(List.of(new VersionView("15.5", "pending", 2)), summary.versions());
    assertEquals(2L, (long) summary.states().get("pending"));
    assertEquals(
        "nobody is counted twice",
        2L,
        summary.states().values().stream().mapToLong(Long::longValue).sum());
    assertFalse("failures are counted apart", summary.states().containsKey("failed"));
    assertEquals(0, summary.failed());
  }

  @Test
  public void thoseThatFailedAreCountedAmongThePending() {
    EnrolledMac mac = Fixtures.enrolledMac(stores, 1, clock.instant());
    Fixtures.enrolledMac(stores, 2, clock.instant());
    ReportedUpdate broken =
        new ReportedUpdate(
            Optional.of("failed"),
            Optional.of("15.6"),
            Optional.of("no space"),
            Optional.empty(),
            clock.instant());
    stores
        .statusReports()
        .report(mac.channel(), former -> new KeptReport(new byte[0], broken), clock.instant());
    assertEquals(0, resource.summary(Fixtures.ADMIN, null).failed());
    require("15.6", "2099-12-24");
    SummaryAnswer summary = resource.summary(Fixtures.ADMIN, null);
    assertEquals(1, summary.failed());
    assertEquals(2L, (long) summary.states().get("pending"));
    require("15.5", "2099-12-24");
    assertEquals(0, resource.summary(Fixtures.ADMIN, null).failed());
  }

  @Test
  public void whoSaysNothingOrHalfIsTold() {
    assertEquals("updates.no_body", code(() -> resource.change(Fixtures.ADMIN, null)));
    assertEquals("updates.bad_policy", code(() -> require("15.6", "")));
    assertEquals("organization.bad_team", code(() -> resource.summary(Fixtures.ADMIN, "desks")));
    assertEquals("organization.team_not_found", code(() -> resource.summary(Fixtures.ADMIN, "9")));
  }

  @Test
  public void whoMayOnlySeeChangesNothing() {
    MacosUpdateResource observed = over(FakeAccess.allowing(Permission.VIEW_HOSTS));
    assertEquals("", observed.summary(Fixtures.ADMIN, null).macosUpdates().minimumVersion());
    assertThrows(
        MdmException.class,
        () -> observed.change(Fixtures.ADMIN, request(Optional.empty(), "15.6", "2099-12-24")));
    assertEquals(Optional.empty(), stores.updatePolicies().of(Optional.empty()));
  }
}
