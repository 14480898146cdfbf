package io.pomona.apns;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.simulator.apple.VendorIdentity;
import io.pomona.simulator.apple.VirtualMdmcert;
import io.pomona.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MdmcertTest {
  private static final String KEY = "product-\"key\"";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final ApplesPortal world = new ApplesPortal();
  private VirtualMdmcert service;
  private Path trust;

  @Before
  public void start() throws Exception {
    service = new VirtualMdmcert(ApplesPortal.APPLE, vendor(Duration.ofDays(30)), KEY);
    trust = folder.newFile("trust.pem").toPath();
    Files.writeString(trust, ApplesPortal.APPLE.rootPem());
    world.request();
  }

  private static VendorIdentity vendor(Duration life) {
    return ApplesPortal.APPLE.vendorIdentity("mdmcert", life);
  }

  @After
  public void stop() {
    service.close();
  }

  private Mdmcert mdmcert(String address, String key) {
    return new Mdmcert(
        world.stores.pushRequests(),
        world.keys,
        world.vault,
        new MdmcertService(address, Secret.of(key), Optional.of(trust)),
        world.clock);
  }

  private Mdmcert open() {
    return mdmcert(service.address(), KEY);
  }

  private void send() {
    open().send(Fixtures.ADMIN, world.requests.newest());
  }

  private String refusal(Mdmcert mdmcert) {
    return assertThrows(
            MdmException.class, () -> mdmcert.send(Fixtures.ADMIN, world.requests.newest()))
        .code();
  }

  private String refusal(String answer) {
    return assertThrows(MdmException.class, () -> open().open(Fixtures.ADMIN, answer)).code();
  }

  private String mailed(int number) {
    return service.mails().get(number).attachment();
  }

  @Test
  public void bothHalvesLeadToACertificateOfApple() {
    send();
    assertTrue(world.requests.newest().sentAt().isPresent());
    assertEquals("it@example.com", service.mails().get(0).to());
    String lines = mailed(0).replaceAll("(.{64})", "$1\r\n");
    open().open(Fixtures.ADMIN, lines);
    assertTrue(world.vendor.attempt(world.requests.newest()).file().isPresent());
    PushCertificateView view = world.accept(world.issued());
    assertEquals("com.apple.mgmt.External." + ApplesPortal.TOPIC, view.topic());
  }

  @Test
  public void theAnswerToAnEarlierRequestStaysWithThat() {
    send();
    world.request();
    open().open(Fixtures.ADMIN, mailed(0));
    assertFalse(world.vendor.attempt(world.requests.newest()).file().isPresent());
    assertTrue(
        world.vendor.attempt(world.stores.pushRequests().pending().get(1)).file().isPresent());
  }

  @Test
  public void withoutAKeyTheWayIsClosed() {
    Mdmcert closed = mdmcert(service.address(), "");
    assertFalse(closed.isOpen());
    assertEquals("apns.no_mdmcert_key", refusal(closed));
    assertEquals(0, service.mails().size());
  }

  @Test
  public void aRefusalIsTold() {
    MdmException refused =
        assertThrows(
            MdmException.class,
            () ->
                mdmcert(service.address(), "other").send(Fixtures.ADMIN, world.requests.newest()));
    assertEquals("apns.mdmcert_refused", refused.code());
    assertTrue(refused.getMessage(), refused.getMessage().contains("Invalid key"));
    assertFalse("the key is not told", refused.getMessage().contains("other"));
  }

  @Test
  public void itGoesNowhereButToTheConfiguredAddress() throws Exception {
    assertEquals("apns.bad_mdmcert_url", refusal(mdmcert("http://localhost/x", KEY)));
    assertEquals("apns.bad_mdmcert_url", refusal(mdmcert("https://a:b@localhost/x", KEY)));
    assertEquals("apns.bad_mdmcert_url", refusal(mdmcert("not an address", KEY)));
    try (VirtualMdmcert elsewhere =
        new VirtualMdmcert(ApplesPortal.APPLE, vendor(Duration.ofDays(30)), KEY)) {
      service.redirectTo(elsewhere.address());
      assertEquals("apns.mdmcert_away", refusal(open()));
      assertEquals(0, elsewhere.mails().size());
    }
    Files.writeString(trust, TestPair.server(world.clock.instant()).certificatePem());
    assertEquals("apns.mdmcert_away", refusal(open()));
    assertFalse(world.requests.newest().sentAt().isPresent());
  }

  @Test
  public void anAnswerThatDoesNotEndIsNotWaitedFor() {
    service.babble();
    assertEquals("apns.mdmcert_away", refusal(open()));
    service.stall();
    MdmcertService impatient =
        new MdmcertService(
            service.address(), Secret.of(KEY), Optional.of(trust), Duration.ofSeconds(1));
    MdmException away =
        assertThrows(
            MdmException.class, () -> impatient.send("it@example.com", "request", "certificate"));
    assertEquals("apns.mdmcert_away", away.code());
    assertTrue(away.getMessage(), away.getMessage().contains("no answer within 1 seconds"));
    assertFalse(world.requests.newest().sentAt().isPresent());
  }

  @Test
  public void anAnswerThatIsNoneIsRefusedWithAReason() throws Exception {
    assertEquals("apns.bad_answer", refusal(""));
    assertEquals("apns.bad_answer", refusal("no digits"));
    assertEquals("pki.envelope_unreadable", refusal("3003020100"));
    send();
    String ours = mailed(0);
    ApplesPortal other = new ApplesPortal();
    other.request();
    Mdmcert stranger =
        new Mdmcert(
            other.stores.pushRequests(),
            other.keys,
            other.vault,
            new MdmcertService(service.address(), Secret.of(KEY), Optional.of(trust)),
            other.clock);
    MdmException refused =
        assertThrows(MdmException.class, () -> stranger.open(Fixtures.ADMIN, ours));
    assertEquals("pki.envelope_for_another", refused.code());
  }

  /** As happened to mdmcert.download: Apple would refuse it, so we do at once. */
  @Test
  public void aSignatureOfAnExpiredVendorIsRefused() throws Exception {
    service.close();
    service = new VirtualMdmcert(ApplesPortal.APPLE, vendor(Duration.ofSeconds(-60)), KEY);
    send();
    assertEquals("apns.signer_expired", refusal(mailed(0)));
  }
}
