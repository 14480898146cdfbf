package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** The push certificate is renewed while commands go out; a mistake loses no Mac. */
public class RenewThePushCertificateStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Orders orders = new Orders(admin);
  private final VirtualApple apple = STAGE.world().apple();
  private final UUID topic = STAGE.world().topic();

  @After
  public void asBefore() {
    STAGE.world().allRest();
    STAGE.world().turnMdmOn(admin);
  }

  private AdminApi.Answer load(PushIdentity pair, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("certificate", pair.certificatePem());
    body.put("private_key", pair.keyPem());
    return admin.put("/api/v1/apns", body);
  }

  private static String serial(PushIdentity pair) {
    return pair.identity().certificate().getSerialNumber().toString();
  }

  private String serialInUse() {
    return admin.get("/api/v1/apns").ok().json().get("serial_number").asText();
  }

  /** Three renewals in the middle of the traffic, and every command arrives. */
  @Test
  public void renewalSwapsTheIdentityWithoutLosingAPush() {
    List<VirtualMac> macs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      macs.add(STAGE.world().newMac());
    }
    STAGE.world().enroll(admin, macs);
    VirtualMac[] all = macs.toArray(VirtualMac[]::new);
    long connections = STAGE.world().apns().connections();
    List<String> sent = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      sent.add(orders.send("CertificateList", all));
      PushIdentity renewed = apple.pushIdentity(topic);
      load(renewed, Map.of("apple_id", "apple@example.com")).ok();
      assertEquals(serial(renewed), serialInUse());
      sent.add(orders.send("SecurityInfo", macs.get(round)));
    }
    for (VirtualMac mac : macs) {
      orders.await(sent.get(4), mac, Orders.DONE);
    }
    orders.await(sent.get(5), macs.get(2), Orders.DONE);
    assertTrue(STAGE.world().apns().connections() > connections);
    String feed = admin.get("/api/v1/activities?per_page=20").ok().text();
    assertTrue(feed, feed.contains("previous_serial_number"));
  }

  @Test
  public void anotherTopicIsRefusedUnlessTheOldOneIsTyped() {
    STAGE.world().enroll(admin, 1);
    String before = serialInUse();
    PushIdentity foreign = apple.pushIdentity(UUID.randomUUID());
    AdminApi.Answer refused = load(foreign, Map.of());
    assertEquals(409, refused.status());
    assertTrue(refused.text(), refused.text().contains("enrolled Macs are lost"));
    AdminApi.Answer untyped = load(foreign, Map.of("force", true));
    assertEquals(422, untyped.status());
    assertTrue(untyped.text(), untyped.text().contains(STAGE.world().push().topic()));
    assertEquals(422, load(foreign, Map.of("force", true, "topic", foreign.topic())).status());
    assertEquals(before, serialInUse());
  }

  @Test
  public void whatCannotPushIsRefusedWithItsReason() {
    String before = serialInUse();
    AdminApi.Answer expired = load(apple.pushIdentity(topic, Duration.ofMinutes(-5)), Map.of());
    assertTrue(expired.text(), expired.text().contains("apns.expired"));
    PushIdentity one = apple.pushIdentity(topic);
    PushIdentity two = apple.pushIdentity(topic);
    AdminApi.Answer mixed =
        admin.put(
            "/api/v1/apns",
            Map.of("certificate", one.certificatePem(), "private_key", two.keyPem()));
    assertTrue(mixed.text(), mixed.text().contains("apns.other_key"));
    AdminApi.Answer root =
        admin.put(
            "/api/v1/apns", Map.of("certificate", apple.rootPem(), "private_key", one.keyPem()));
    assertTrue(root.text(), root.text().contains("apns.bad_certificate"));
    assertEquals(before, serialInUse());
  }

  @Test
  public void turningMdmOffIsMeantOrNotDone() {
    STAGE.world().enroll(admin, 1);
    AdminApi.Answer refused = admin.delete("/api/v1/mdm/apple/apns_certificate");
    assertEquals(409, refused.status());
    assertTrue(refused.text(), refused.text().contains("enrolled Macs are neither woken"));
    assertEquals(200, admin.get("/api/v1/apns").status());
  }
}
