package io.pomona.enrollment.mydevice;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.enrollment.TestProfiles;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
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
    return TestMacs.added(stores, seed, clock.instant());
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
