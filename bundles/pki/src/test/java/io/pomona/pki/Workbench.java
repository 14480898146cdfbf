package io.pomona.pki;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.pki.CertificateAuthority;
import io.pomona.api.pki.CertificateOrder;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.pki.device.ScepResource;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The slice over stores in memory, with a device CA that all tests share to save time. */
public final class Workbench implements CertificateAuthority, PushCertificates {
  private static final List<KeyPair> PAIRS = new ArrayList<>();
  private static final List<KeyPair> SMALL_PAIRS =
      List.of(RsaKey.generate(1024), RsaKey.generate(1024));
  private static final Issuer CA = authority("Test Device CA", 0);

  public final SettableClock clock;
  public final InMemoryStoreSet stores;
  public final SealedKeys keys;
  public final DeviceKeyRing ring;
  public final DeviceCa ca;
  public final CertificateVerdicts verdicts;
  public final OneTimeChallenges challenges;
  public final ScepResource scep;
  public final AtomicInteger signed = new AtomicInteger();
  private Optional<PushCertificateInfo> push =
      Optional.of(
          new PushCertificateInfo(
              Fixtures.TOPIC, "APSP", "1", "Apple", Instant.parse("2027-01-01T00:00:00Z")));

  public Workbench() {
    this(new SettableClock(), CA);
  }

  public Workbench(SettableClock clock, Issuer issuer) {
    this.clock = clock;
    stores = new InMemoryStoreSet(clock);
    keys = new SealedKeys(stores.keyMaterial(), new FakeSecretVault());
    keys.createFirst(DeviceKeyRing.PURPOSE, issuer, clock.instant());
    ring = ring();
    ca = new DeviceCa(ring);
    verdicts = new CertificateVerdicts(ring, clock);
    challenges = new OneTimeChallenges(stores.certificates(), clock);
    scep =
        new ScepResource(
            this,
            this,
            ring,
            stores.certificates(),
            stores.enrollments(),
            verdicts,
            Duration.ofDays(365),
            clock);
  }

  /** What another node has in memory. */
  public DeviceKeyRing ring() {
    return new DeviceKeyRing(keys, clock, RsaKey.STRONG, Optional.empty());
  }

  public String challenge() {
    return challenge(ChallengeBinding.anyMac());
  }

  public String challenge(ChallengeBinding binding) {
    return challenges.issue(binding, Duration.ofDays(7)).revealText();
  }

  public void turnMdmOff() {
    push = Optional.empty();
  }

  /** One of a few key pairs, made once for all tests. */
  public static synchronized KeyPair pair(int number) {
    while (PAIRS.size() <= number) {
      PAIRS.add(RsaKey.generate(RsaKey.STRONG));
    }
    return PAIRS.get(number);
  }

  /** For what only travels: quick, and as small as a Mac's envelope key may be. */
  public static KeyPair smallPair(int number) {
    return SMALL_PAIRS.get(number);
  }

  public static Issuer authority(String name, int pair) {
    KeyPair keys = pair(pair);
    Instant from = SettableClock.START.minus(Duration.ofDays(1));
    return Issuer.of(
        keys.getPrivate(),
        List.of(
            Issuer.der(
                new CertificateDraft(
                        name, keys.getPublic().getEncoded(), from, from.plus(Duration.ofDays(3650)))
                    .authority()
                    .selfSigned(keys.getPrivate()))));
  }

  @Override
  public byte[] issue(CertificateOrder order) {
    signed.incrementAndGet();
    return ca.issue(order);
  }

  @Override
  public List<byte[]> chain() {
    return ca.chain();
  }

  @Override
  public String name() {
    return ca.name();
  }

  @Override
  public Optional<PushCertificateInfo> current() {
    return push;
  }
}
