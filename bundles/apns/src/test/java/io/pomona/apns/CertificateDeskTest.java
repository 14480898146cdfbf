package io.pomona.apns;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.organization.Activity;
import io.pomona.api.pki.SecretVault;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

public class CertificateDeskTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String OTHER = "com.apple.mgmt.External.other";
  private static final TestPair PAIR = TestPair.push(Fixtures.TOPIC, SettableClock.START, YEAR);
  private static final TestPair RENEWED = TestPair.push(Fixtures.TOPIC, SettableClock.START, YEAR);
  private static final TestPair FOREIGN = TestPair.push(OTHER, SettableClock.START, YEAR);

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final FakeSecretVault vault = new FakeSecretVault();
  private final LoadedPushCertificates node =
      new LoadedPushCertificates(stores.pushCertificates(), vault, clock);
  private final CertificateDesk desk =
      new CertificateDesk(stores.pushCertificates(), node, vault, clock);

  private PushCertificateView load(TestPair pair) {
    return load(pair, LoadTerms.usual());
  }

  private PushCertificateView load(TestPair pair, LoadTerms terms) {
    clock.advance(Duration.ofSeconds(1));
    return desk.load(Fixtures.ADMIN, pair.material(), terms);
  }

  private static LoadTerms forced(String typed) {
    return new LoadTerms(Optional.empty(), true, Optional.ofNullable(typed));
  }

  private static LoadTerms with(String appleId) {
    return new LoadTerms(Optional.of(appleId), false, Optional.empty());
  }

  private Activity newest() {
    return stores.activities().newest(PageRequest.first(1)).get(0);
  }

  private static String serial(TestPair pair) {
    return pair.certificate().getSerialNumber().toString();
  }

  @Test
  public void whatIsLoadedIsShownAndToldInTheFeed() {
    assertEquals("apns.none", assertThrows(MdmException.class, desk::view).code());
    PushCertificateView view = load(PAIR, with(" it@example.com "));
    assertEquals(serial(PAIR), view.serialNumber());
    assertEquals("it@example.com", view.appleId());
    assertEquals(Fixtures.ADMIN.name(), view.renewedBy());
    assertEquals(364, view.daysLeft());
    assertEquals("", view.warning());
    assertEquals("loaded_apns_certificate", newest().type());
    assertEquals(Fixtures.TOPIC, newest().details().get("topic"));
    assertEquals("it@example.com", newest().details().get("apple_id"));
    assertFalse(newest().details().containsKey("previous_serial_number"));
  }

  @Test
  public void aRenewalKeepsTheAppleIdAndTellsWhatItReplaced() {
    load(PAIR, with("it@example.com"));
    assertEquals("it@example.com", load(RENEWED).appleId());
    assertEquals(serial(PAIR), newest().details().get("previous_serial_number"));
    assertEquals(Fixtures.TOPIC, newest().details().get("previous_topic"));
    assertEquals(false, newest().details().get("topic_changed"));
  }

  @Test
  public void theAppleIdCanBeEditedAndForgotten() {
    load(PAIR, with("it@example.com"));
    assertEquals(
        "b@example.com", desk.noteAppleId(Fixtures.ADMIN, Optional.of("b@example.com")).appleId());
    assertEquals("it@example.com", newest().details().get("previous_apple_id"));
    assertEquals("", desk.noteAppleId(Fixtures.ADMIN, Optional.of("")).appleId());
    MdmException bad =
        assertThrows(
            MdmException.class,
            () -> desk.noteAppleId(Fixtures.ADMIN, Optional.of("a\nb@example.com")));
    assertEquals("apns.bad_apple_id", bad.code());
  }

  /** Two Macs would be lost: only who types the topic that they have may do it. */
  @Test
  public void anotherTopicIsForcedOnlyWithTheTypedTopic() {
    load(PAIR);
    Fixtures.enrolledMac(stores, 1, clock.instant());
    Fixtures.enrolledMac(stores, 2, clock.instant());
    assertRefused("apns.other_topic", Kind.CONFLICT, LoadTerms.usual());
    assertRefused("apns.topic_not_typed", Kind.INVALID, forced(null));
    assertRefused("apns.topic_not_typed", Kind.INVALID, forced(OTHER));
    assertEquals(serial(FOREIGN), load(FOREIGN, forced(Fixtures.TOPIC)).serialNumber());
    assertEquals(true, newest().details().get("topic_changed"));
  }

  /** Both looked before the other had loaded, and neither meant to give the other's topic up. */
  @Test
  public void whoIsOvertakenByAnotherTopicIsRefused() {
    SecretVault slow =
        new SecretVault() {
          @Override
          public byte[] seal(String purpose, Secret secret) {
            load(PAIR);
            return vault.seal(purpose, secret);
          }

          @Override
          public Secret open(String purpose, byte[] sealed) {
            return vault.open(purpose, sealed);
          }
        };
    CertificateDesk overtaken = new CertificateDesk(stores.pushCertificates(), node, slow, clock);
    MdmException refused =
        assertThrows(
            MdmException.class,
            () -> overtaken.load(Fixtures.ADMIN, FOREIGN.material(), LoadTerms.usual()));
    assertEquals("apns.overtaken", refused.code());
    assertEquals(Kind.CONFLICT, refused.kind());
    assertEquals(serial(PAIR), desk.view().serialNumber());
    assertEquals(Fixtures.TOPIC, newest().details().get("topic"));
  }

  private void assertRefused(String code, Kind kind, LoadTerms terms) {
    MdmException refused = assertThrows(MdmException.class, () -> load(FOREIGN, terms));
    assertEquals(code, refused.code());
    assertEquals(kind, refused.kind());
    assertTrue(refused.getMessage(), refused.getMessage().contains("2 enrolled Macs"));
    assertTrue(refused.getMessage(), refused.getMessage().contains(Fixtures.TOPIC));
    assertEquals(serial(PAIR), desk.view().serialNumber());
  }

  @Test
  public void aBadPairChangesNothing() {
    load(PAIR);
    PushMaterial mixed = new PushMaterial(RENEWED.material().chain(), PAIR.key());
    assertThrows(MdmException.class, () -> desk.load(Fixtures.ADMIN, mixed, LoadTerms.usual()));
    assertEquals(serial(PAIR), desk.view().serialNumber());
  }

  @Test
  public void turningMdmOffNeedsForceAndSaysHowManyMacsAreEnrolled() {
    load(PAIR);
    Fixtures.enrolledMac(stores, 1, clock.instant());
    MdmException refused =
        assertThrows(MdmException.class, () -> desk.turnOff(Fixtures.ADMIN, false));
    assertEquals("apns.macs_enrolled", refused.code());
    assertTrue(refused.getMessage(), refused.getMessage().contains("1 enrolled Macs"));
    assertTrue(node.current().isPresent());
    desk.turnOff(Fixtures.ADMIN, true);
    assertEquals(Optional.empty(), node.current());
    assertEquals(Optional.empty(), node.identity());
    assertEquals("turned_off_mdm_apns", newest().type());
    assertEquals(1L, newest().details().get("enrolled_macs"));
  }

  /** Turning off and loading another would lose the Macs by a detour. */
  @Test
  public void macsAreGuardedAlsoWhileMdmIsOff() {
    load(PAIR);
    Fixtures.enrolledMac(stores, 1, clock.instant());
    desk.turnOff(Fixtures.ADMIN, true);
    MdmException refused = assertThrows(MdmException.class, () -> load(FOREIGN));
    assertEquals("apns.other_topic", refused.code());
    assertEquals(serial(RENEWED), load(RENEWED).serialNumber());
  }

  @Test
  public void withoutMacsAnotherTopicIsFreeOnceMdmIsOff() {
    load(PAIR);
    desk.turnOff(Fixtures.ADMIN, true);
    assertEquals(serial(FOREIGN), load(FOREIGN).serialNumber());
  }

  @Test
  public void thirtyDaysAheadItSaysWhatToPress() {
    load(PAIR, with("it@example.com"));
    Instant end = PAIR.certificate().getNotAfter().toInstant();
    clock.set(end.minus(Duration.ofDays(30)));
    assertEquals("", desk.view().warning());
    clock.set(end.minus(Duration.ofDays(30)).plusSeconds(1));
    PushCertificateView soon = desk.view();
    assertEquals(29, soon.daysLeft());
    assertTrue(soon.warning(), soon.warning().contains("less than 30 days"));
    assertTrue(soon.warning(), soon.warning().contains("serial number " + serial(PAIR)));
    assertTrue(soon.warning(), soon.warning().contains("Apple ID it@example.com"));
    clock.set(end.plusSeconds(1));
    assertEquals(-1, desk.view().daysLeft());
    assertTrue(desk.view().warning(), desk.view().warning().contains("has expired"));
  }
}
