package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.enrollment.DeviceLink;
import io.pomona.api.enrollment.DeviceLink.Origin;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.NewDeviceLink;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code DeviceLinkStore} must do. */
public class DeviceLinkStoreContract extends StoreContract {
  private static final ActivityDraft REVOKED = Fixtures.activity("revoked_device_link");

  private static NewDeviceLink link(HostId host, Origin origin, String token) {
    return new NewDeviceLink(Fixtures.hash(token), host, origin, "Admin", T.plus(HOUR));
  }

  private void make(HostId host, Origin origin, String token) {
    stores.deviceLinks().make(List.of(link(host, origin, token)), T, List.of());
  }

  private Optional<HostId> opened(String token) {
    return stores.deviceLinks().open(Fixtures.hash(token), T).map(DeviceLink::host);
  }

  @Test
  public void opensUntilItEnds() {
    HostId host = mac(1).host();
    stores
        .deviceLinks()
        .make(
            List.of(link(host, Origin.ADMIN, "one")),
            T,
            List.of(Fixtures.activity("created_device_link")));
    assertContains(activities(), "created_device_link");
    DeviceLink made = new DeviceLink(host, Origin.ADMIN, "Admin", T, T.plus(HOUR), none());
    assertEquals(Map.of(host, made), stores.deviceLinks().of(List.of(host)));
    assertEquals(Optional.of(host), opened("one"));
    assertEquals(Optional.empty(), opened("two"));
    assertEquals(Optional.empty(), stores.deviceLinks().open(Fixtures.hash("one"), T.plus(HOUR)));
  }

  private static <X> Optional<X> none() {
    return Optional.empty();
  }

  @Test
  public void knowsToTheMinuteWhenItWasUsed() {
    HostId host = mac(1).host();
    make(host, Origin.ADMIN, "one");
    opened("one");
    stores.deviceLinks().open(Fixtures.hash("one"), T.plusSeconds(30));
    assertEquals(Optional.of(T), stores.deviceLinks().of(List.of(host)).get(host).usedAt());
    stores.deviceLinks().open(Fixtures.hash("one"), T.plusSeconds(60));
    assertEquals(
        Optional.of(T.plusSeconds(60)), stores.deviceLinks().of(List.of(host)).get(host).usedAt());
  }

  @Test
  public void aNewOneOfAnAdminEndsTheOldOne() {
    HostId host = mac(1).host();
    make(host, Origin.ADMIN, "one");
    make(host, Origin.PROFILE, "by profile");
    make(host, Origin.ADMIN, "two");
    assertEquals(Optional.empty(), opened("one"));
    assertEquals(Optional.of(host), opened("two"));
    assertEquals(Optional.of(host), opened("by profile"));
  }

  @Test
  public void thoseOfProfilesOverlap() {
    HostId host = mac(1).host();
    make(host, Origin.PROFILE, "one");
    make(host, Origin.PROFILE, "two");
    assertEquals(Optional.of(host), opened("one"));
    assertEquals(Optional.of(host), opened("two"));
    assertEquals("no admin's", Map.of(), stores.deviceLinks().of(List.of(host)));
  }

  @Test
  public void revokingEndsAllOfTheMacAndIsCounted() {
    HostId host = mac(1).host();
    HostId other = mac(2).host();
    assertFalse(stores.deviceLinks().revoke(host, T, REVOKED));
    assertFalse(activities().contains("revoked_device_link"));
    make(host, Origin.ADMIN, "one");
    make(host, Origin.PROFILE, "by profile");
    make(other, Origin.ADMIN, "other");
    assertEquals(Map.of(), stores.deviceLinks().revocations(List.of(host, other)));
    assertTrue(stores.deviceLinks().revoke(host, T, REVOKED));
    assertContains(activities(), "revoked_device_link");
    assertEquals(Optional.empty(), opened("one"));
    assertEquals(Optional.empty(), opened("by profile"));
    assertEquals(Optional.of(other), opened("other"));
    make(host, Origin.ADMIN, "again");
    stores.deviceLinks().revoke(host, T, REVOKED);
    assertEquals(Map.of(host, 2L), stores.deviceLinks().revocations(List.of(host, other)));
  }

  @Test
  public void goesWithTheMac() {
    var mac = mac(1);
    make(mac.host(), Origin.ADMIN, "one");
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals("MDM may be turned on again", Optional.of(mac.host()), opened("one"));
    stores.hosts().delete(mac.host(), Fixtures.activity("deleted_host"));
    assertEquals(Optional.empty(), opened("one"));
    make(mac.host(), Origin.ADMIN, "of nobody");
    assertEquals(Optional.empty(), opened("of nobody"));
  }
}
