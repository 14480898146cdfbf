package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.BypassCode;
import io.pomona.api.escrow.BypassFetch;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code BypassCodeStore} must do. */
public class BypassCodeStoreContract extends StoreContract {
  private static BypassFetch fetch(EnrolledMac mac, Instant enrolledAt) {
    return new BypassFetch(
        mac.host(),
        mac.channel(),
        enrolledAt,
        enrolledAt.plus(Duration.ofDays(15)),
        0,
        enrolledAt,
        false,
        "");
  }

  private static BypassCode code(EnrolledMac mac, String uuid, Instant enrolledAt) {
    return new BypassCode(
        new CommandUuid(uuid),
        mac.host(),
        "C02P000001",
        mac.channel().device(),
        enrolledAt,
        enrolledAt.plus(MINUTE),
        Optional.empty());
  }

  private static CommandOrder order(EnrolledMac mac) {
    return Fixtures.order("ActivationLockBypassCode", "escrow-bypass", T, mac.channel());
  }

  private BypassFetch found(EnrolledMac mac) {
    return stores.bypassCodes().fetch(mac.host()).orElseThrow();
  }

  @Test
  public void eachEnrollmentIsAskedForItsOwn() {
    EnrolledMac mac = mac(1);
    assertTrue(stores.bypassCodes().begin(fetch(mac, T)));
    assertFalse(stores.bypassCodes().begin(fetch(mac, T)));
    assertEquals(fetch(mac, T), found(mac));
    assertTrue(stores.bypassCodes().begin(fetch(mac, T.plus(HOUR))));
    assertEquals(T.plus(HOUR), found(mac).enrolledAt());
    assertEquals(Optional.empty(), stores.bypassCodes().fetch(new HostId(99)));
  }

  @Test
  public void itIsAskedUntilItHasGivenItOrTheTimeIsOver() {
    EnrolledMac mac = mac(1);
    stores.bypassCodes().begin(fetch(mac, T));
    assertEquals(List.of(fetch(mac, T)), stores.bypassCodes().due(T, 9));
    assertTrue(stores.bypassCodes().ask(fetch(mac, T), order(mac), T.plus(HOUR), T));
    assertFalse(stores.bypassCodes().ask(fetch(mac, T), order(mac), T.plus(HOUR), T));
    assertTrue(stores.commandQueue().exchange(Reports.idle(mac.channel()), T).isPresent());
    assertEquals(List.of(), stores.bypassCodes().due(T, 9));
    stores.bypassCodes().refused(mac.host(), "not supervised");
    assertEquals("not supervised", found(mac).detail());
    assertEquals(List.of(found(mac)), stores.bypassCodes().due(T.plus(HOUR), 9));
    assertEquals(List.of(), stores.bypassCodes().due(T.plus(Duration.ofDays(16)), 9));
    assertTrue(stores.bypassCodes().add(code(mac, "one", T), new byte[] {7}));
    assertTrue(found(mac).received());
    assertEquals(List.of(), stores.bypassCodes().due(T.plus(HOUR), 9));
  }

  @Test
  public void nobodyAsksAMacThatHasLeft() {
    EnrolledMac mac = mac(1);
    stores.bypassCodes().begin(fetch(mac, T));
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), stores.bypassCodes().due(T, 9));
  }

  @Test
  public void allCodesAreKeptWhateverBecomesOfTheHost() {
    EnrolledMac mac = mac(1);
    assertTrue(stores.bypassCodes().add(code(mac, "one", T), new byte[] {1}));
    assertFalse(stores.bypassCodes().add(code(mac, "one", T), new byte[] {9}));
    assertTrue(stores.bypassCodes().add(code(mac, "two", T.plus(HOUR)), new byte[] {2}));
    ActivityDraft seen =
        ActivityDraft.of(Fixtures.ADMIN, "viewed_activation_lock_bypass_code")
            .with("host_id", mac.host().value());
    CommandUuid one = new CommandUuid("one");
    assertArrayEquals(
        new byte[] {1}, stores.bypassCodes().view(one, seen, T.plus(HOUR)).orElseThrow());
    assertEquals(Optional.empty(), stores.bypassCodes().view(new CommandUuid("three"), seen, T));
    assertEquals(1, activities().stream().filter(seen.type()::equals).count());
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores
        .hosts()
        .delete(
            mac.host(),
            ActivityDraft.of(Fixtures.ADMIN, "deleted_host").with("host_id", mac.host().value()));
    List<BypassCode> kept =
        stores.bypassCodes().history(new HostId(99), "C02P000001", Fixtures.udid(1));
    assertEquals(List.of("two", "one"), kept.stream().map(c -> c.command().value()).toList());
    assertEquals(Optional.of(T.plus(HOUR)), kept.get(1).viewedAt());
  }
}
