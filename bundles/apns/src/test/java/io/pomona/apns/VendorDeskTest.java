package io.pomona.apns;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushRequestStore.VendorPair;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.simulator.apple.VendorIdentity;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.Test;

public class VendorDeskTest {
  private static final VirtualApple APPLE = ApplesPortal.APPLE;
  private static final VendorIdentity VENDOR =
      APPLE.vendorIdentity("Example", Duration.ofDays(300));

  private final ApplesPortal world = new ApplesPortal();

  private void load(String certificates, String key) {
    world.vendor.load(
        Fixtures.ADMIN,
        PushMaterial.ofPem(certificates.getBytes(StandardCharsets.US_ASCII), Secret.of(key)));
  }

  private MdmException refusal(String certificates, String key) {
    MdmException refused = assertThrows(MdmException.class, () -> load(certificates, key));
    assertFalse(world.vendor.view().isPresent());
    return refused;
  }

  @Test
  public void whatIsLoadedIsShownAndSignsWhatApplesPortalTakes() {
    world.request();
    assertEquals(
        "apns.not_signed",
        assertThrows(MdmException.class, () -> world.vendor.file(world.requests.newest())).code());
    load(VENDOR.chainPem(), VENDOR.keyPem());
    assertEquals("MDM Vendor: Example", world.vendor.view().orElseThrow().commonName());
    assertTrue(world.vendor.attempt(world.requests.newest()).file().isPresent());
    assertTrue(new String(world.issued(), StandardCharsets.US_ASCII).contains("CERTIFICATE"));
    var told = world.stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("loaded_vendor_certificate", told.type());
    world.vendor.delete(Fixtures.ADMIN);
    assertFalse(world.vendor.view().isPresent());
    assertEquals(
        "apns.no_vendor",
        assertThrows(MdmException.class, () -> world.vendor.delete(Fixtures.ADMIN)).code());
  }

  @Test
  public void itsEndIsToldWhileItIsLoaded() {
    VendorExpiry expiry = new VendorExpiry(world.vendor);
    assertEquals(List.of(), expiry.expiring());
    load(VENDOR.chainPem(), VENDOR.keyPem());
    Expiring told = expiry.expiring().get(0);
    assertEquals("apns.vendor", told.name());
    assertEquals(world.vendor.view().orElseThrow().renewDate(), told.notAfter());
    assertTrue(told.renewal(), told.renewal().contains("pomonactl apns vendor"));
    assertEquals(List.of(), expiry.check());
    List<byte[]> damaged = List.of(new byte[] {1});
    world
        .stores
        .pushRequests()
        .saveVendor(
            new VendorPair(new byte[] {1}, damaged, world.clock.instant(), "Ada"),
            Fixtures.activity("loaded_vendor_certificate"));
    assertEquals(List.of(), expiry.expiring());
    assertTrue(expiry.check().get(0).message().contains("damaged"));
  }

  @Test
  public void appleAboveItMayComeInAnyOrder() {
    String[] blocks = VENDOR.chainPem().split("(?<=-----END CERTIFICATE-----)\\s+");
    load(blocks[0] + "\n" + blocks[2] + "\n" + blocks[1], VENDOR.keyPem());
    world.request();
    assertTrue(world.issued().length > 0);
  }

  @Test
  public void aMissingIntermediateIsNamed() {
    MdmException refused = refusal(VENDOR.certificatePem() + APPLE.rootPem(), VENDOR.keyPem());
    assertEquals("apns.vendor_incomplete", refused.code());
    assertTrue(
        refused.getMessage(), refused.getMessage().contains("Worldwide Developer Relations"));
    assertEquals(
        "apns.vendor_incomplete", refusal(VENDOR.certificatePem(), VENDOR.keyPem()).code());
  }

  @Test
  public void otherCertificatesAreRefusedForWhatTheyAre() {
    var push = APPLE.pushIdentity(ApplesPortal.TOPIC);
    assertEquals(
        "apns.not_a_vendor",
        refusal(push.certificatePem() + APPLE.rootPem(), push.keyPem()).code());
    VendorIdentity ended = APPLE.vendorIdentity("Example", Duration.ofSeconds(-60));
    assertEquals("apns.vendor_expired", refusal(ended.chainPem(), ended.keyPem()).code());
    VendorIdentity other = APPLE.vendorIdentity("Example", Duration.ofDays(300));
    assertEquals("apns.vendor_other_key", refusal(VENDOR.chainPem(), other.keyPem()).code());
    VendorIdentity foreign =
        VirtualApple.create(KeySource.fresh(), Clock.systemUTC())
            .vendorIdentity("Example", Duration.ofDays(300));
    assertEquals("apns.vendor_other_root", refusal(foreign.chainPem(), foreign.keyPem()).code());
  }

  /** It was good when it was loaded. */
  @Test
  public void whatHasEndedSinceSignsNothing() {
    load(VENDOR.chainPem(), VENDOR.keyPem());
    world.request();
    world.clock.advance(Duration.ofDays(301));
    String why = world.vendor.attempt(world.requests.newest()).reason();
    assertTrue(why, why.contains("MDM Vendor: Example\" ended on"));
    assertEquals(
        "apns.vendor_expired",
        assertThrows(MdmException.class, () -> world.vendor.file(world.requests.newest())).code());
  }

  @Test
  public void theRootThatCountsIsApplesUnlessConfigured() {
    VendorDesk real =
        new VendorDesk(
            world.stores.pushRequests(),
            world.vault,
            "B0:B1:73:0E:CB:C7:FF:45:05:14:2C:49:F1:29:5E:6E:DA:6B:CA:ED:7E:2C:68:C5:BE:91:B5:A1:10:01:F0:24",
            world.clock);
    PushMaterial material =
        PushMaterial.ofPem(
            VENDOR.chainPem().getBytes(StandardCharsets.US_ASCII), Secret.of(VENDOR.keyPem()));
    assertEquals(
        "apns.vendor_other_root",
        assertThrows(MdmException.class, () -> real.load(Fixtures.ADMIN, material)).code());
  }
}
