package io.pomona.enrollment.mydevice;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.enrollment.TestProfiles;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class HandedProfilesTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private HandedProfiles handed;

  @Before
  public void setUp() {
    Fixtures.setUp(stores.users());
    handed = new HandedProfiles(TestProfiles.over(stores, clock), stores.activities(), clock);
  }

  private MyMac mac(int seed) {
    NewHost mac = new NewHost(Fixtures.serial(seed), "", Optional.empty(), "");
    HostId id =
        stores
            .addedHosts()
            .add(List.of(mac), "Admin", clock.instant(), made -> Fixtures.activity("added_hosts"))
            .get(0)
            .host()
            .id();
    return new MyMac(
        stores.hosts().find(id).orElseThrow(),
        "Acme",
        Optional.empty(),
        false,
        true,
        HostEncryption.none(),
        Optional.empty(),
        "jane@example.com",
        Optional.empty(),
        false);
  }

  @Test
  public void oneThatIsHandedVeryOftenHasToWait() {
    MyMac mac = mac(1);
    for (int i = 0; i < HandedProfiles.MOST; i++) {
      assertTrue(handed.of(mac).length > 0);
    }
    MdmException refused = assertThrows(MdmException.class, () -> handed.of(mac));
    assertEquals(MdmException.Kind.TOO_MANY_REQUESTS, refused.kind());
    assertTrue("those of others do not wait", handed.of(mac(2)).length > 0);
    clock.advance(Duration.ofHours(1));
    assertTrue(handed.of(mac).length > 0);
    long told =
        stores.activities().newest(PageRequest.first(100)).stream()
            .filter(it -> it.type().equals("downloaded_enrollment_profile"))
            .count();
    assertEquals(HandedProfiles.MOST + 2, told);
  }
}
