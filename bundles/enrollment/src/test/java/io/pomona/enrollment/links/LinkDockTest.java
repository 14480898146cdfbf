package io.pomona.enrollment.links;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.Secret;
import io.pomona.api.enrollment.DeviceLink;
import io.pomona.api.enrollment.Host;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

public class LinkDockTest {
  private static final Pattern TOKEN = Pattern.compile("/device/([A-Za-z0-9_-]{43})<");

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final LinkDock dock =
      new LinkDock(stores.deviceLinks(), stores.organization(), true, clock);
  private final Host host;

  public LinkDockTest() {
    Fixtures.setUp(stores.users());
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

  @Test
  public void nobodyHasItUntilItIsWanted() {
    LinkDock off = new LinkDock(stores.deviceLinks(), stores.organization(), false, clock);
    assertEquals(List.of(), off.profilesFor(host));
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
