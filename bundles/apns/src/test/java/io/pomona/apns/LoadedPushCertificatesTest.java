package io.pomona.apns;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.apns.PushRequestId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class LoadedPushCertificatesTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final TestPair PAIR = TestPair.push(Fixtures.TOPIC, SettableClock.START, YEAR);
  private static final TestPair RENEWED = TestPair.push(Fixtures.TOPIC, SettableClock.START, YEAR);

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final FakeSecretVault vault = new FakeSecretVault();
  private final LoadedPushCertificates node = node(stores.pushCertificates());
  private final CertificateDesk desk =
      new CertificateDesk(stores.pushCertificates(), node, vault, clock);

  private LoadedPushCertificates node(PushCertificateStore store) {
    return new LoadedPushCertificates(store, vault, clock);
  }

  private void load(TestPair pair) {
    clock.advance(Duration.ofSeconds(1));
    desk.load(Fixtures.ADMIN, pair.material(), LoadTerms.usual());
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
    load(PAIR);
    assertEquals(serial(PAIR), serial(node));
    assertEquals(PAIR.key(), node.identity().orElseThrow().key());
  }

  @Test
  public void givesTheSameIdentityUntilAnotherPairIsLoaded() {
    load(PAIR);
    PushIdentity first = node.identity().orElseThrow();
    clock.advance(Duration.ofHours(1));
    assertSame(first, node.identity().orElseThrow());
    load(RENEWED);
    assertEquals(RENEWED.certificate(), node.identity().orElseThrow().certificate());
  }

  @Test
  public void sealsTheKeyUnderItsPurpose() {
    load(PAIR);
    PushCertificateStore.StoredPair stored = stores.pushCertificates().current().orElseThrow();
    assertArrayEquals(PAIR.key().getEncoded(), vault.open("apns.key", stored.sealedKey()).reveal());
    assertThrows(MdmException.class, () -> vault.open("other", stored.sealedKey()));
  }

  @Test
  public void anotherNodeNoticesWithinSeconds() {
    LoadedPushCertificates second = node(stores.pushCertificates());
    assertFalse(second.identity().isPresent());
    load(PAIR);
    clock.advance(Duration.ofSeconds(3));
    assertEquals(serial(PAIR), serial(second));
    load(RENEWED);
    clock.advance(Duration.ofSeconds(3));
    assertEquals(RENEWED.certificate(), second.identity().orElseThrow().certificate());
  }

  @Test
  public void keepsTheKnownPairWhileTheStoreIsAway() {
    AwayStore store = new AwayStore(stores.pushCertificates());
    LoadedPushCertificates second = node(store);
    load(PAIR);
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
    load(PAIR);
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
    public Optional<String> lastTopic() {
      return next.lastTopic();
    }

    @Override
    public boolean save(
        StoredPair pair,
        Optional<String> seen,
        Optional<PushRequestId> answered,
        ActivityDraft activity) {
      return next.save(pair, seen, answered, activity);
    }

    @Override
    public void noteAppleId(Optional<String> appleId, ActivityDraft activity, Instant now) {
      next.noteAppleId(appleId, activity, now);
    }

    @Override
    public void turnOff(ActivityDraft activity, Instant now) {
      next.turnOff(activity, now);
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
    load(PAIR);
    assertEquals(List.of(), expiry.check());
    Expiring told = expiry.expiring().get(0);
    assertEquals("apns.certificate", told.name());
    assertEquals(PAIR.certificate().getNotAfter().toInstant(), told.notAfter());
  }
}
