package io.pomona.profiles;

import static org.junit.Assert.assertEquals;

import io.pomona.api.profiles.ProfileStatus;
import io.pomona.profiles.routes.ProfileRoutes;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.Test;

public class ProfileRoutesTest {
  @Test
  public void theTimerReconciles() throws Exception {
    ProfilesWorld world = new ProfilesWorld();
    TestMac mac = world.mac(1);
    world.add("org.example.saver", 300);
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addRoutes(ProfileRoutes.of(world.reconciler, 50, 50));
      camel.start();
      Awaitility.await()
          .untilAsserted(() -> assertEquals(ProfileStatus.PENDING, world.status(mac)));
      assertEquals("profiles.reconcile", camel.getRoute("profiles.reconcile").getId());
      assertEquals("profiles.sweep", camel.getRoute("profiles.sweep").getId());
    }
  }
}
