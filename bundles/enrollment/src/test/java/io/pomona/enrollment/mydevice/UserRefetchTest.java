package io.pomona.enrollment.mydevice;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.abm.AbmDeviceLookup;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.enrollment.Refetch;
import io.pomona.enrollment.TestConfigs;
import io.pomona.testkit.AbmFixtures;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.Test;

public class UserRefetchTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final AbmDeviceLookup nothingAssigned = serial -> Optional.empty();
  private final UserRefetch refetch =
      new UserRefetch(
          new Refetch(stores.hosts(), TestConfigs.defaults()),
          nothingAssigned,
          stores.abmTokens(),
          stores.abmSync(),
          stores.activities(),
          clock);

  private MyMac mac(HostId id) {
    return TestMacs.of(stores.hosts().find(id).orElseThrow());
  }

  private MyMac added() {
    return TestMacs.added(stores, 1, clock.instant());
  }

  private Activity told() {
    return stores.activities().newest(PageRequest.first(1)).get(0);
  }

  @Test
  public void aMacThatIsOnIsAskedOnceAMinute() {
    MyMac mac = mac(Fixtures.enrolledMac(stores, 1, clock.instant()).host());
    assertEquals(Told.MAC, refetch.ask(mac));
    assertTrue(stores.hosts().find(mac.host().id()).orElseThrow().refetchRequested());
    assertEquals("user_refetched_host", told().type());
    assertEquals("jane@example.com", told().actorEmail());
    assertEquals(Told.WAIT, refetch.ask(mac));
    clock.advance(Duration.ofMinutes(1));
    assertEquals(Told.MAC, refetch.ask(mac));
  }

  @Test
  public void whileMdmIsOffAppleIsAsked() {
    AbmTokenId token = AbmFixtures.loaded(stores, "CK_1", clock.instant());
    stores.abmSync().lease(AbmFixtures.NODE, AbmFixtures.LEASE, clock.instant());
    stores
        .abmSync()
        .succeeded(
            token, AbmFixtures.NODE, clock.instant().plus(Duration.ofDays(1)), clock.instant());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Told.APPLE, refetch.ask(added()));
    assertEquals(
        Optional.of(token),
        stores
            .abmSync()
            .lease(AbmFixtures.NODE, AbmFixtures.LEASE, clock.instant())
            .map(due -> due.id()));
    assertEquals("user_refetched_host", told().type());
  }

  @Test
  public void withoutEitherNobodyIsAsked() {
    assertEquals(Told.NOBODY, refetch.ask(added()));
    assertEquals("added_hosts", told().type());
  }
}
