package io.pomona.apns;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class LoadedPushCertificatesTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final TestPair PAIR = TestPair.push(Fixtures.TOPIC, SettableClock.START, YEAR);
  private static final TestPair RENEWED = TestPair.push(Fixtures.TOPIC, SettableClock.START, YEAR);
  private static final TestPair FOREIGN =
      TestPair.push("com.apple.mgmt.External.other", SettableClock.START, YEAR);

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final FakeSecretVault vault = new FakeSecretVault();
  private final LoadedPushCertificates node = node(stores.pushCertificates());

  private LoadedPushCertificates node(PushCertificateStore store) {
    return new LoadedPushCertificates(store, vault, clock);
  }

  private void load(TestPair pair, boolean force) {
    clock.advance(Duration.ofSeconds(1));
    node.load(Fixtures.ADMIN, pair.certificatePem(), Secret.of(pair.pkcs8()), force);
  }

  private static Optional<String> serial(LoadedPushCertificates from) {
    return from.current().map(info -> info.serialNumber());
  }

  private static Optional<String> serial(TestPair pair) {
    return Optional.of(pair.certificate().getSerialNumber().toString());
  }

  @Test
  public void isEmptyUntilAPairIsLoadedAndThenUsesItAtOnce() {
    assertEquals(Optional.empty(), node.current());
    assertEquals(Optional.empty(), node.identity());
    load(PAIR, false);
    assertEquals(serial(PAIR), serial(node));
    assertEquals(PAIR.key(), node.identity().orElseThrow().key());
  }

  @Test
  public void givesTheSameIdentityUntilAnotherPairIsLoaded() {
    load(PAIR, false);
    PushIdentity first = node.identity().orElseThrow();
    clock.advance(Duration.ofHours(1));
    assertSame(first, node.identity().orElseThrow());
    load(RENEWED, false);
    assertEquals(RENEWED.certificate(), node.identity().orElseThrow().certificate());
  }

  @Test
  public void sealsTheKeyUnderItsPurpose() {
    load(PAIR, false);
    PushCertificateStore.StoredPair stored = stores.pushCertificates().current().orElseThrow();
    assertArrayEquals(PAIR.key().getEncoded(), vault.open("apns.key", stored.sealedKey()).reveal());
    assertThrows(MdmException.class, () -> vault.open("other", stored.sealedKey()));
  }

  @Test
  public void writesAnActivity() {
    load(PAIR, false);
    var activity = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("loaded_apns_certificate", activity.type());
    assertEquals(Fixtures.ADMIN.name(), activity.actorName());
    assertEquals(Fixtures.TOPIC, activity.details().get("topic"));
    assertFalse(activity.details().containsKey("previous_serial_number"));
  }

  @Test
  public void whatIsReplacedIsTold() {
    load(PAIR, false);
    load(RENEWED, false);
    var details = stores.activities().newest(PageRequest.first(1)).get(0).details();
    assertEquals(Fixtures.TOPIC, details.get("previous_topic"));
    assertEquals(serial(PAIR).orElseThrow(), details.get("previous_serial_number"));
    assertEquals(serial(RENEWED).orElseThrow(), details.get("serial_number"));
    assertEquals(false, details.get("topic_changed"));
  }

  @Test
  public void refusesAnotherTopicAndSaysHowManyMacsWouldBeLost() {
    load(PAIR, false);
    Fixtures.enrolledMac(stores, 1, clock.instant());
    Fixtures.enrolledMac(stores, 2, clock.instant());
    MdmException refused = assertThrows(MdmException.class, () -> load(FOREIGN, false));
    assertEquals(MdmException.Kind.CONFLICT, refused.kind());
    assertTrue(refused.getMessage(), refused.getMessage().contains("2 enrolled Macs"));
    assertEquals(serial(PAIR), serial(node));
    load(FOREIGN, true);
    assertEquals(serial(FOREIGN), serial(node));
  }

  @Test
  public void aBadPairChangesNothing() {
    load(PAIR, false);
    assertThrows(
        MdmException.class,
        () -> node.load(Fixtures.ADMIN, RENEWED.certificatePem(), Secret.of(PAIR.pkcs8()), false));
    assertEquals(serial(PAIR), serial(node));
  }

  @Test
  public void anotherNodeNoticesWithinSeconds() {
    LoadedPushCertificates second = node(stores.pushCertificates());
    assertFalse(second.identity().isPresent());
    load(PAIR, false);
    clock.advance(Duration.ofSeconds(3));
    assertEquals(serial(PAIR), serial(second));
    load(RENEWED, false);
    clock.advance(Duration.ofSeconds(3));
    assertEquals(RENEWED.certificate(), second.identity().orElseThrow().certificate());
  }

  @Test
  public void keepsTheKnownPairWhileTheStoreIsAway() {
    AwayStore store = new AwayStore(stores.pushCertificates());
    LoadedPushCertificates second = node(store);
    load(PAIR, false);
    assertEquals(serial(PAIR), serial(second));
    store.away = true;
    clock.advance(Duration.ofMinutes(5));
    assertEquals(serial(PAIR), serial(second));
  }

  @Test
  public void doesNotCallMdmOffWhenTheStoreCannotBeAskedAtAll() {
    AwayStore store = new AwayStore(stores.pushCertificates());
    store.away = true;
    assertThrows(MdmException.class, () -> node(store).current());
  }

  @Test
  public void asksTheStoreAtMostEveryFewSeconds() {
    AwayStore store = new AwayStore(stores.pushCertificates());
    LoadedPushCertificates second = node(store);
    for (int i = 0; i < 1000; i++) {
      second.identity();
      clock.advance(Duration.ofMillis(10));
    }
    assertTrue("asked " + store.asked, store.asked <= 5);
  }

  @Test
  public void showsTheCertificateThoughTheMasterKeyIsAnother() {
    load(PAIR, false);
    LoadedPushCertificates other =
        new LoadedPushCertificates(stores.pushCertificates(), new FakeSecretVault("other"), clock);
    assertEquals(serial(PAIR), serial(other));
    assertEquals(Optional.empty(), other.identity());
    assertEquals("ERROR", new PushCertificateExpiry(other, other).check().get(0).level().name());
  }

  private static final class AwayStore implements PushCertificateStore {
    private final PushCertificateStore next;
    private boolean away;
    private int asked;

    AwayStore(PushCertificateStore next) {
      this.next = next;
    }

    @Override
    public Optional<StoredPair> current() {
      asked++;
      if (away) {
        throw MdmException.unavailable("store.away", "The database is away.");
      }
      return next.current();
    }

    @Override
    public void save(StoredPair pair, ActivityDraft activity) {
      next.save(pair, activity);
    }

    @Override
    public long enrolledWithTopic(String topic) {
      return next.enrolledWithTopic(topic);
    }
  }

  @Test
  public void itsEndIsToldOnceItCanBeUsed() {
    PushCertificateExpiry expiry = new PushCertificateExpiry(node, node);
    assertEquals("WARNING", expiry.check().get(0).level().name());
    assertTrue(expiry.check().get(0).message().contains("MDM is off"));
    assertEquals(List.of(), expiry.expiring());
    load(PAIR, false);
    assertEquals(List.of(), expiry.check());
    Expiring told = expiry.expiring().get(0);
    assertEquals("apns.certificate", told.name());
    assertEquals(PAIR.certificate().getNotAfter().toInstant(), told.notAfter());
  }
}
