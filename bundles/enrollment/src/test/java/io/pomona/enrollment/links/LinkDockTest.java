package io.pomona.enrollment.links;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.enrollment.DeviceLink;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

public class LinkDockTest {
  private static final Pattern TOKEN = Pattern.compile("/device/([A-Za-z0-9_-]{43})<");

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final DeviceDock setting = new DeviceDock(stores.deviceDock(), false, clock);
  private final DeviceDockSection section =
      new DeviceDockSection(setting, stores.hostProfiles(), stores.teams());
  private final LinkDock dock =
      new LinkDock(stores.deviceLinks(), stores.organization(), setting, clock);
  private final Host host;

  public LinkDockTest() {
    Fixtures.setUp(stores.users());
    apply(true);
    host =
        stores.hosts().find(Fixtures.enrolledMac(stores, 1, clock.instant()).host()).orElseThrow();
  }

  private DesiredProfile desired() {
    return dock.profilesFor(host).get(0);
  }

  private Secret sent() {
    String profile = new String(dock.content(host, desired()), StandardCharsets.UTF_8);
    Matcher token = TOKEN.matcher(profile);
    assertTrue(profile, token.find());
    return Secret.of(token.group(1));
  }

  private Optional<DeviceLink> opened(Secret token) {
    return stores.deviceLinks().open(LinkToken.sha256(token), clock.instant());
  }

  private List<SettingsChange> apply(boolean wanted) {
    SettingsWish wish = new SettingsWish(Map.of("in_dock", wanted), Optional.empty(), false);
    return section.apply(Fixtures.ADMIN, Optional.empty(), wish);
  }

  @Test
  public void nobodyHasItUnlessItIsWanted() {
    assertEquals(Map.of("in_dock", true), section.describe(Optional.empty()));
    assertEquals("it is so already", List.of(), apply(true));
    assertEquals(1, apply(false).size());
    assertEquals(List.of(), dock.profilesFor(host));
    assertEquals(
        List.of("disabled_device_dock", "enabled_device_dock"),
        stores.activities().newest(PageRequest.first(9)).stream()
            .map(Activity::type)
            .filter(type -> type.endsWith("_dock"))
            .toList());
  }

  @Test
  public void theConfigurationCountsUntilSomebodyHasSaid() {
    InMemoryStoreSet fresh = new InMemoryStoreSet(clock);
    assertTrue(new DeviceDock(fresh.deviceDock(), true, clock).isWanted());
    assertFalse(new DeviceDock(fresh.deviceDock(), false, clock).isWanted());
    assertTrue(new DeviceDock(stores.deviceDock(), false, clock).isWanted());
  }

  @Test
  public void staysTheSameForAMonthAndIsRenewedBeforeItsLinkEnds() {
    DesiredProfile first = desired();
    Secret token = sent();
    assertEquals("sent again, it is the same edition", first, desired());
    clock.advance(Duration.ofDays(30));
    assertNotEquals(first, desired());
    Secret next = sent();
    assertTrue("a Mac that sleeps has the old one", opened(token).isPresent());
    assertTrue(opened(next).isPresent());
    clock.advance(LinkDock.LIFE.minusDays(30));
    assertEquals(Optional.empty(), opened(token));
  }

  @Test
  public void noTwoMacsShareOne() {
    Host other =
        stores.hosts().find(Fixtures.enrolledMac(stores, 2, clock.instant()).host()).orElseThrow();
    Map<HostId, List<DesiredProfile>> each = dock.profilesFor(List.of(host, other));
    assertNotEquals(
        "its content is made once for all that have it",
        each.get(host.id()).get(0).contentSha256(),
        each.get(other.id()).get(0).contentSha256());
    assertEquals(host.id(), opened(sent()).orElseThrow().host());
  }

  @Test
  public void isSentAnewWhenItsLinksWereRevoked() {
    DesiredProfile first = desired();
    Secret token = sent();
    stores
        .deviceLinks()
        .revoke(host.id(), clock.instant(), Fixtures.activity("revoked_device_link"));
    assertEquals(Optional.empty(), opened(token));
    assertNotEquals(first, desired());
    assertTrue(opened(sent()).isPresent());
  }
}
