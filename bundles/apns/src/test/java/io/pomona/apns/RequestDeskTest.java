package io.pomona.apns;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushRequestStore;
import io.pomona.simulator.apple.VendorIdentity;
import io.pomona.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Test;

public class RequestDeskTest {
  private static final VendorIdentity VENDOR =
      ApplesPortal.APPLE.vendorIdentity("Example", Duration.ofDays(300));

  private final ApplesPortal world = new ApplesPortal();

  @Before
  public void loadTheVendor() {
    world.vendor.load(
        Fixtures.ADMIN,
        PushMaterial.ofPem(
            VENDOR.chainPem().getBytes(StandardCharsets.US_ASCII), Secret.of(VENDOR.keyPem())));
  }

  @Test
  public void aCertificateOfApplesPortalGoesLiveWithTheKeyOfItsRequest() {
    world.request();
    assertFalse("nothing is live yet", world.node.current().isPresent());
    PushCertificateView view = world.accept(world.issued());
    assertEquals("com.apple.mgmt.External." + ApplesPortal.TOPIC, view.topic());
    assertEquals(view.topic(), world.node.identity().orElseThrow().topic());
    assertEquals(
        "apns.no_request", assertThrows(MdmException.class, world.requests::newest).code());
  }

  @Test
  public void aRequestLeavesThePairInUseAloneUntilItsCertificateComes() {
    world.request();
    world.accept(world.issued());
    PushIdentity live = world.node.identity().orElseThrow();
    world.request();
    assertEquals(live, world.node.identity().orElseThrow());
    world.accept(world.issued());
    assertFalse(live.key().equals(world.node.identity().orElseThrow().key()));
    assertEquals(live.topic(), world.node.identity().orElseThrow().topic());
  }

  /** Somebody made a second request while Apple's page was open with the first. */
  @Test
  public void theCertificateOfAnEarlierRequestIsTakenAsWell() {
    world.request();
    byte[] first = world.issued();
    world.request();
    byte[] second = world.issued();
    world.accept(first);
    assertEquals(1, world.stores.pushRequests().pending().size());
    world.accept(second);
    assertEquals(0, world.stores.pushRequests().pending().size());
  }

  @Test
  public void whatIsDroppedForASixthRequestIsSaid() {
    for (int i = 0; i < PushRequestStore.MOST; i++) {
      assertEquals("", ask().warning());
    }
    String oldest = world.requests.all().get(4).content().createdAt().toString();
    RequestDesk.Created sixth = ask();
    assertEquals(PushRequestStore.MOST, world.requests.all().size());
    assertEquals(world.requests.newest().id(), sixth.request().id());
    assertTrue(sixth.warning(), sixth.warning().contains("The request of " + oldest));
    var told = world.stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals(List.of(oldest), told.details().get("dropped"));
  }

  private RequestDesk.Created ask() {
    world.clock.advance(Duration.ofSeconds(1));
    return world.requests.create(Fixtures.ADMIN, "it@example.com", "Example");
  }

  @Test
  public void appleMayRenewForTheSameRequest() {
    world.request();
    byte[] file = world.vendor.file(world.requests.newest());
    world.accept(world.issued(file));
    PushIdentity first = world.node.identity().orElseThrow();
    world.accept(world.issued(file));
    PushIdentity renewed = world.node.identity().orElseThrow();
    assertEquals(first.key(), renewed.key());
    assertFalse(first.certificate().equals(renewed.certificate()));
  }

  @Test
  public void aCertificateForAKeyOfSomebodyElseIsRefused() {
    world.request();
    byte[] foreign =
        ApplesPortal.APPLE
            .pushIdentity(ApplesPortal.TOPIC)
            .certificatePem()
            .getBytes(StandardCharsets.US_ASCII);
    MdmException refused = assertThrows(MdmException.class, () -> world.accept(foreign));
    assertEquals("apns.no_request_fits", refused.code());
    assertEquals(1, world.stores.pushRequests().pending().size());
  }

  @Test
  public void theKeyIsSealedAndTheRequestTellsWhoAsked() {
    world.request();
    var content = world.requests.newest().content();
    assertEquals("it@example.com", content.email());
    assertEquals("Example", content.organization());
    assertEquals(Fixtures.ADMIN.name(), content.createdBy());
    assertEquals(
        "RSA",
        PrivateKeyFile.pkcs8(world.vault.open("apns.key", content.sealedKey()).reveal())
            .getAlgorithm());
    assertThrows(MdmException.class, () -> world.vault.open("apns.vendor", content.sealedKey()));
  }

  @Test
  public void whoAsksMustBeNamed() {
    for (String email : new String[] {"", "nobody", "a b@example.com", "@", "a@\u00fc.de"}) {
      assertEquals(email, "apns.bad_email", refusal(email, "Example"));
    }
    assertEquals("apns.bad_organization", refusal("it@example.com", " "));
    assertEquals("apns.bad_organization", refusal("it@example.com", "x".repeat(65)));
  }

  private String refusal(String email, String organization) {
    return assertThrows(
            MdmException.class, () -> world.requests.create(Fixtures.ADMIN, email, organization))
        .code();
  }

  @Test
  public void aRequestInPemIsTheSame() throws Exception {
    world.request();
    String pem = RequestDesk.pem(world.requests.newest());
    assertArrayEquals(
        world.requests.newest().content().request(), PemText.blocks(pem).get(0).der());
  }
}
