package io.pomona.enrollment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import io.pomona.api.organization.DeliveryStore.Parcel;
import io.pomona.api.organization.DeliveryStore.Turn;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.NewWebhook;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class CheckInEventsTest {
  private final EnrollmentWorld world = new EnrollmentWorld();
  private final TestMac mac = new TestMac(world, 1);

  private void webhook(boolean payloads, String... topics) {
    NewWebhook said =
        new NewWebhook(
            "W",
            "https://w.example.com/",
            Optional.empty(),
            Set.of(topics),
            payloads,
            false,
            new byte[1]);
    world
        .stores
        .webhooks()
        .create(said, world.clock.instant(), made -> Fixtures.activity("created_webhook"));
  }

  private List<DeviceEvent> told() {
    return world
        .stores
        .deliveries()
        .begin(100, world.clock.instant(), Duration.ofMinutes(1))
        .map(Turn::parcels)
        .orElse(List.of())
        .stream()
        .map(Parcel::event)
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<String> topics(List<DeviceEvent> events) {
    return events.stream().map(event -> event.topic().label()).toList();
  }

  @Test
  public void enrollingAndLeavingAreTold() {
    webhook(false, "mdm.Authenticate", "mdm.TokenUpdate", "mdm.CheckOut");
    mac.enroll();
    mac.send(mac.checkOut());
    mac.send(mac.checkOut());
    List<DeviceEvent> told = told();
    assertEquals(List.of("mdm.Authenticate", "mdm.TokenUpdate", "mdm.CheckOut"), topics(told));
    assertEquals(mac.channel, told.get(0).channel());
    assertEquals(Optional.empty(), told.get(0).payload());
  }

  @Test
  public void aMacLeavesAlsoWhenWebhooksCannotBeTold() {
    webhook(false, "mdm.CheckOut");
    mac.enroll();
    world.broken = Optional.of(new IllegalStateException("no database"));
    mac.send(mac.checkOut());
    assertFalse(world.stores.enrollments().find(mac.channel).orElseThrow().enabled());
    assertEquals(1, world.activities("mdm_unenrolled"));
  }

  @Test
  public void whatNobodyWantsIsNotKept() {
    webhook(true, "mdm.CheckOut");
    mac.enroll();
    assertEquals(List.of(), told());
  }

  @Test
  public void messagesAreToldToWhoWantsThemButForTheUnlockToken() {
    webhook(true, "mdm.TokenUpdate");
    mac.enroll();
    PlistDict plain = mac.token();
    mac.send(plain);
    mac.send(mac.token().with("UnlockToken", new byte[] {1}));
    List<DeviceEvent> told = told();
    assertEquals(3, told.size());
    assertArrayEquals(PlistWriter.write(plain), told.get(1).payload().orElseThrow());
    assertEquals(Optional.empty(), told.get(2).payload());
  }
}
