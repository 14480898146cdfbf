package io.pomona.pki;

import io.pomona.api.pki.KeyMaterial;
import io.pomona.protocol.digest.Sha256;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The root that Macs are given to trust this server, and what it issues to the server itself. Not a
 * device CA: neither can stand in for the other.
 */
@Component(service = ServerRoot.class)
public final class ServerRoot {
  static final String PURPOSE = "tls-root";

  private static final Logger LOG = LoggerFactory.getLogger(ServerRoot.class);
  private static final Duration LIFE = Duration.ofDays(3653);
  private static final Duration BACKDATED = Duration.ofMinutes(10);
  // Before the first word of its end is due: that word then means that something is wrong.
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(70);

  private final SealedKeys keys;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();

  @Activate
  public ServerRoot(@Reference SealedKeys keys) {
    this(keys, Clock.systemUTC());
  }

  ServerRoot(SealedKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** What is asked of a certificate of the server. */
  interface Draft {
    CertificateDraft of(byte[] publicKey, Instant notBefore);
  }

  /** Those that Macs may meet, the active one first. */
  List<byte[]> certificates() {
    root();
    return keys.list(PURPOSE).stream()
        .filter(each -> each.notAfter().isAfter(clock.instant()))
        .map(each -> each.chain().get(0))
        .toList();
  }

  /** The one that issues, if there is one yet. */
  Optional<byte[]> stored() {
    return keys.list(PURPOSE).stream()
        .filter(KeyMaterial::active)
        .findFirst()
        .map(each -> each.chain().get(0));
  }

  Issuer root() {
    lock.lock();
    try {
      List<KeyMaterial> stored = keys.list(PURPOSE);
      return stored.stream()
          .filter(KeyMaterial::active)
          .findFirst()
          .map(keys::open)
          .orElseGet(() -> keys.createFirst(PURPOSE, makeRoot(), clock.instant()));
    } finally {
      lock.unlock();
    }
  }

  private Issuer makeRoot() {
    KeyPair pair = RsaKey.generate(RsaKey.STRONG);
    byte[] key = pair.getPublic().getEncoded();
    Instant now = clock.instant();
    String name = "Pomona Server Root " + Sha256.hex(key).substring(0, 8);
    X509CertificateHolder certificate =
        new CertificateDraft(name, key, now.minus(BACKDATED), now.plus(LIFE))
            .authority()
            .selfSigned(pair.getPrivate());
    LOG.info("Made the server's root certificate {}", certificate.getSubject());
    return Issuer.of(pair.getPrivate(), List.of(Issuer.der(certificate)));
  }

  /** The newest stored key of this purpose that fits and lasts, else a new one. */
  Issuer current(String purpose, Predicate<Issuer> fits, Draft draft) {
    lock.lock();
    try {
      List<KeyMaterial> stored = keys.list(purpose);
      return lasting(stored)
          .map(keys::open)
          .filter(fits)
          .findFirst()
          .orElseGet(() -> make(purpose, stored, draft));
    } finally {
      lock.unlock();
    }
  }

  /** What lasts as long as the root does cannot be had any longer. */
  private Stream<KeyMaterial> lasting(List<KeyMaterial> stored) {
    Instant enough = limit(RENEWED_BEFORE_END);
    return stored.stream().filter(each -> !each.notAfter().isBefore(enough));
  }

  private Issuer make(String purpose, List<KeyMaterial> stored, Draft draft) {
    Issuer root = root();
    KeyPair pair = RsaKey.generate(RsaKey.STRONG);
    Instant now = clock.instant();
    X509CertificateHolder certificate =
        draft
            .of(pair.getPublic().getEncoded(), now.minus(BACKDATED))
            .signedBy(root.certificate(), root.key());
    Issuer made =
        Issuer.of(pair.getPrivate(), List.of(Issuer.der(certificate), root.chain().get(0)));
    LOG.info("Made a certificate for {}: {}", purpose, certificate.getSubject());
    if (stored.isEmpty()) {
      return keys.createFirst(purpose, made, now);
    }
    keys.roll(purpose, made, now);
    stored.stream().filter(each -> each.notAfter().isBefore(now)).forEach(keys::retire);
    return made;
  }

  /** For {@link Draft}s: not longer than the root itself. */
  Instant limit(Duration life) {
    return root().limit(clock.instant().plus(life));
  }
}
