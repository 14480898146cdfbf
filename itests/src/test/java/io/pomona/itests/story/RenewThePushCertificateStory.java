package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** The push certificate is renewed while commands go out; a mistake loses no Mac. */
public class RenewThePushCertificateStory {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String ROUTES = "io.pomona.organization.routes.OrganizationRoutes";

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

  /** Of the same topic, it has ended when commands come: they wait until there is the next. */
  @Test
  public void whatWaitsWhenItEndsGoesOutWithTheNext() {
    STAGE.expect("io.pomona.organization .* ended on .*");
    List<VirtualMac> macs = List.of(STAGE.world().newMac(), STAGE.world().newMac());
    VirtualMac[] all = macs.toArray(VirtualMac[]::new);
    STAGE.world().enroll(admin, macs);
    awaitIdle(macs);
    STAGE.world().allRest();
    PushIdentity shortLived = apple.pushIdentity(topic, SOON);
    load(shortLived, Map.of()).ok();
    awaitTheEnd();
    STAGE.world().awake(macs);
    long accepted = STAGE.world().apns().accepted();
    List<String> sent =
        List.of(
            orders.send("CertificateList", all),
            orders.send("SecurityInfo", all),
            orders.send("ProfileList", macs.get(0)));
    awaitTold(shortLived.identity().certificate().getNotAfter().toInstant());
    assertEquals("nothing is pushed", accepted, STAGE.world().apns().accepted());
    for (VirtualMac mac : macs) {
      assertEquals("Pending", orders.status(sent.get(0), mac));
      assertEquals("Pending", orders.status(sent.get(1), mac));
    }
    load(apple.pushIdentity(topic), Map.of()).ok();
    macs.forEach(mac -> sent.subList(0, 2).forEach(uuid -> orders.await(uuid, mac, Orders.DONE)));
    orders.await(sent.get(2), macs.get(0), Orders.DONE);
    assertEquals("ok", level());
  }

  private void awaitIdle(List<VirtualMac> macs) {
    Awaitility.await("nothing waits")
        .atMost(Duration.ofSeconds(60))
        .until(() -> macs.stream().allMatch(orders::nothingWaits));
  }

  private JsonNode status() {
    for (JsonNode line : admin.get("/api/v1/status").ok().json().findParents("name")) {
      if (line.get("name").asText().equals("apns.certificate")) {
        return line;
      }
    }
    throw new AssertionError("The status says nothing of the push certificate");
  }

  private String level() {
    return status().get("level").asText().toLowerCase(Locale.ROOT);
  }

  private void awaitTheEnd() {
    Awaitility.await("the end")
        .atMost(Duration.ofSeconds(60))
        .until(() -> status().get("message").asText().contains(" ended on "));
    assertEquals("error", level());
    assertTrue(status().toString(), status().toString().contains("no Mac is woken"));
  }

  /** What Apple, or the server in its stead, said to the last push. */
  private void awaitWord(VirtualMac mac, String verdict) {
    String timeline = "/api/v1/hosts/" + new Hosts(admin).id(mac) + "/timeline";
    Awaitility.await(verdict)
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                admin.get(timeline).ok().json().at("/last_push/verdict").asText().equals(verdict));
  }

  /** The feed tells of what has ended every hour: a minute after the routes have begun anew. */
  private void awaitTold(Instant end) {
    KarafShell.of(STAGE.pomona().karaf()).run("scr:disable " + ROUTES, "scr:enable " + ROUTES);
    Awaitility.await("credential_expires").atMost(Duration.ofSeconds(120)).until(() -> isTold(end));
  }

  private boolean isTold(Instant end) {
    for (JsonNode told :
        admin.get("/api/v1/activities?per_page=100").ok().json().get("activities")) {
      if (told.get("type").asText().equals("credential_expires")
          && told.at("/details/name").asText().equals("apns.certificate")
          && told.at("/details/expires_at").asText().equals(end.toString())) {
        return told.at("/details/days_left").asInt(-1) == 0;
      }
    }
    return false;
  }

  /** Macs of the old topic wait meanwhile, and are there again when it comes back. */
  @Test
  public void whoTypesTheTopicGivesItUpAndMayComeBack() {
    VirtualMac mac = STAGE.world().newMac();
    STAGE.world().enroll(admin, List.of(mac));
    awaitIdle(List.of(mac));
    PushIdentity own = STAGE.world().push();
    PushIdentity foreign = apple.pushIdentity(UUID.randomUUID());
    load(foreign, Map.of("force", true, "topic", own.topic())).ok();
    String uuid;
    try {
      assertEquals(serial(foreign), serialInUse());
      uuid = orders.send("SecurityInfo", mac);
      awaitWord(mac, "refused");
      assertEquals("Pending", orders.status(uuid, mac));
      assertEquals(409, load(own, Map.of()).status());
    } finally {
      load(own, Map.of("force", true, "topic", foreign.topic())).ok();
    }
    orders.await(uuid, mac, Orders.DONE);
    String feed = admin.get("/api/v1/activities?per_page=20").ok().text();
    assertTrue(feed, feed.replace(" ", "").contains("\"topic_changed\":true"));
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
