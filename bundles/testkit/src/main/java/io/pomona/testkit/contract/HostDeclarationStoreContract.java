package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Team;
import io.pomona.api.updates.DeclarationStanding;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code HostDeclarationStore} must do. */
public class HostDeclarationStoreContract extends StoreContract {
  private List<HostId> lease(Instant now) {
    return stores.hostDeclarations().leaseDue(10, now, MINUTE).stream().map(Host::id).toList();
  }

  private void tell(EnrolledMac mac, String token) {
    stores.hostDeclarations().tell(Map.of(mac.channel(), token), List.of(), List.of(mac.host()), T);
  }

  private DeclarationStanding standing(EnrolledMac mac) {
    return stores
        .hostDeclarations()
        .standings(List.of(mac.host()))
        .getOrDefault(mac.host(), DeclarationStanding.NONE);
  }

  @Test
  public void anEnrolledMacIsDueUntilItWasLookedAt() {
    EnrolledMac mac = mac(1);
    assertEquals(List.of(mac.host()), lease(T));
    assertEquals("leased", List.of(), lease(T));
    assertEquals("the lease ended", List.of(mac.host()), lease(T.plus(MINUTE)));
    tell(mac, "t1");
    assertEquals(List.of(), lease(T.plus(HOUR)));
  }

  @Test
  public void aMarkDuringTheLeaseOutlivesIt() {
    EnrolledMac mac = mac(1);
    lease(T);
    stores.hostDeclarations().markDue(List.of(mac.host()), T.plus(MINUTE));
    tell(mac, "t1");
    assertEquals("not yet", List.of(), lease(T));
    assertEquals(List.of(mac.host()), lease(T.plus(MINUTE)));
  }

  @Test
  public void allAreMarkedAndOnlyEnrolledOnes() {
    EnrolledMac here = mac(1);
    EnrolledMac gone = mac(2);
    stores.enrollments().checkOut(gone.channel(), T, Fixtures.activity("mdm_unenrolled"));
    lease(T);
    tell(here, "t1");
    stores.hostDeclarations().markAllDue(T);
    assertEquals(List.of(here.host()), lease(T));
  }

  @Test
  public void aMoveMakesItDue() {
    EnrolledMac mac = mac(1);
    lease(T);
    tell(mac, "t1");
    Team team =
        stores
            .teams()
            .create(new NewTeam("Desks", ""), T, made -> Fixtures.activity("created_team"));
    stores
        .hosts()
        .transfer(List.of(mac.host()), Optional.of(team.id()), T, move -> move.by(Fixtures.ADMIN));
    assertEquals(List.of(mac.host()), lease(T));
  }

  @Test
  public void anotherRequiredMacOsMakesItDue() {
    EnrolledMac mac = mac(1);
    lease(T);
    tell(mac, "t1");
    stores
        .updatePolicies()
        .put(
            Optional.empty(),
            Optional.of(
                new UpdatePolicy(
                    "15.6", LocalDate.of(2027, 1, 1), UpdatePolicy.USUAL_TIME, ZoneId.of("UTC"))),
            Fixtures.activity("edited_macos_min_version"),
            T);
    assertEquals(List.of(mac.host()), lease(T));
  }

  @Test
  public void whatWasToldIsRemembered() {
    EnrolledMac mac = mac(1);
    assertEquals(DeclarationStanding.NONE, standing(mac));
    stores
        .hostDeclarations()
        .tell(
            Map.of(mac.channel(), "t1"),
            List.of(Fixtures.order("DeclarativeManagement", "declarations", T, mac.channel())),
            List.of(mac.host()),
            T);
    assertTrue(
        "the command is queued",
        stores.commandQueue().exchange(Reports.idle(mac.channel()), T).isPresent());
    Instant later = T.plus(MINUTE);
    stores.hostDeclarations().fetched(mac.channel(), "t1", later);
    assertEquals(
        new DeclarationStanding(Optional.of("t1"), T, Optional.of("t1"), later), standing(mac));
    tell(mac, "t2");
    assertEquals(
        new DeclarationStanding(Optional.of("t2"), T, Optional.of("t1"), later), standing(mac));
    assertEquals(later, standing(mac).heardAt());
  }

  @Test
  public void whatWasLostIsToldAgain() {
    EnrolledMac mac = mac(1);
    lease(T);
    tell(mac, "t1");
    stores.hostDeclarations().lost(mac.channel(), T.plus(HOUR));
    assertEquals(Optional.empty(), standing(mac).told());
    assertEquals(List.of(), lease(T));
    assertEquals(List.of(mac.host()), lease(T.plus(HOUR)));
  }

  @Test
  public void anotherEnrollmentBeginsWithNothing() {
    EnrolledMac mac = mac(1);
    lease(T);
    tell(mac, "t1");
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(DeclarationStanding.NONE, standing(mac));
    tell(mac, "t2");
    stores.hostDeclarations().fetched(mac.channel(), "t2", T);
    assertEquals("out of use", DeclarationStanding.NONE, standing(mac));
    stores.enrollments().start(Fixtures.start(mac.channel(), Fixtures.hash("another"), 1, T));
    stores.enrollments().token(Fixtures.token(mac.channel(), T));
    assertEquals(DeclarationStanding.NONE, standing(mac));
    assertEquals(List.of(mac.host()), lease(T));
  }

  @Test
  public void aUserIsNotTheMac() {
    EnrolledMac mac = mac(1);
    ChannelId user = ChannelId.user(mac.channel().device(), "U1");
    stores.enrollments().token(Fixtures.token(user, T));
    stores.hostDeclarations().fetched(user, "u", T);
    assertEquals(DeclarationStanding.NONE, standing(mac));
  }
}
