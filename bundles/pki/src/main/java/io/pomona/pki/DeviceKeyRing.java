package io.pomona.pki;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.protocol.digest.Sha256;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trusted device CAs in memory. Read again from the store every few seconds, and at once when a
 * certificate of an unknown one turns up, because another node may have made a new one.
 */
@Component(service = DeviceKeyRing.class, configurationPid = PkiConfig.PID)
public final class DeviceKeyRing {
  static final String PURPOSE = "device-ca";

  private static final Logger LOG = LoggerFactory.getLogger(DeviceKeyRing.class);
  private static final Duration LIFE = Duration.ofDays(3653);
  private static final Duration BACKDATED = Duration.ofMinutes(10);
  private static final long FRESH_MILLIS = 3000;
  private static final long UNKNOWN_MILLIS = 500;

  private final SealedKeys keys;
  private final Clock clock;
  private final int keySize;
  private final Optional<AuthorityFile> imported;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Snapshot snapshot = new Snapshot(List.of(), 0);

  private record Snapshot(List<DeviceAuthority> authorities, long readAt) {
    boolean isFresh(long now, long maxAge) {
      return !authorities.isEmpty() && now >= readAt && now - readAt < maxAge;
    }
  }

  @Activate
  public DeviceKeyRing(@Reference SealedKeys keys, PkiConfig config) {
    this(keys, Clock.systemUTC(), config.device_ca_key_size(), importFile(config));
  }

  DeviceKeyRing(SealedKeys keys, Clock clock, int keySize, Optional<AuthorityFile> imported) {
    this.keys = keys;
    this.clock = clock;
    this.keySize = Math.max(RsaKey.STRONG, keySize);
    this.imported = imported;
  }

  private static Optional<AuthorityFile> importFile(PkiConfig config) {
    String password =
        Optional.ofNullable(System.getenv(config.device_ca_import_password_env())).orElse("");
    return Optional.of(config.device_ca_import_file())
        .filter(name -> !name.isBlank())
        .map(name -> new AuthorityFile(Path.of(name), Secret.of(password)));
  }

  /** All whose certificates count now; made when there are none yet. */
  public List<DeviceAuthority> trusted() {
    return read(FRESH_MILLIS);
  }

  public DeviceAuthority active() {
    List<DeviceAuthority> trusted = trusted();
    return trusted.stream().filter(DeviceAuthority::active).findFirst().orElse(trusted.get(0));
  }

  boolean trusts(String sha256) {
    for (DeviceAuthority each : trusted()) {
      if (each.sha256().equals(sha256)) {
        return true;
      }
    }
    return false;
  }

  public Optional<DeviceAuthority> issuerOf(X509CertificateHolder certificate) {
    return find(each -> each.hasIssued(certificate));
  }

  /** The one that a message is encrypted to. */
  public Optional<DeviceAuthority> named(X500Name issuer, BigInteger serial) {
    return find(
        each ->
            each.issuer().certificate().getSerialNumber().equals(serial)
                && each.issuer().certificate().getIssuer().equals(issuer));
  }

  /** The one that an enrollment profile names. */
  public Optional<DeviceAuthority> named(String name) {
    return find(each -> each.name().equals(name));
  }

  private Optional<DeviceAuthority> find(Predicate<DeviceAuthority> which) {
    return trusted().stream()
        .filter(which)
        .findFirst()
        .or(() -> read(UNKNOWN_MILLIS).stream().filter(which).findFirst());
  }

  /** Makes a new one, which issues from now on. */
  DeviceAuthority roll(ActivityDraft activity) {
    reading.lock();
    try {
      keys.roll(PURPOSE, make(), clock.instant(), Optional.of(activity));
      load();
    } finally {
      reading.unlock();
    }
    LOG.info("A new device CA issues from now on; the one before stays trusted");
    return active();
  }

  private List<DeviceAuthority> read(long maxAge) {
    Snapshot known = snapshot;
    if (known.isFresh(clock.millis(), maxAge)) {
      return known.authorities();
    }
    if (known.authorities().isEmpty()) {
      reading.lock();
    } else if (!reading.tryLock()) {
      return known.authorities();
    }
    try {
      return snapshot.isFresh(clock.millis(), maxAge) ? snapshot.authorities() : load();
    } finally {
      reading.unlock();
    }
  }

  private List<DeviceAuthority> load() {
    List<DeviceAuthority> before = snapshot.authorities();
    List<DeviceAuthority> now = before;
    try {
      now = before.isEmpty() ? first() : open(keys.list(PURPOSE), before);
    } catch (RuntimeException e) {
      if (before.isEmpty()) {
        throw e;
      }
      LOG.warn("The device CAs could not be read again; going on with those in memory", e);
    }
    snapshot = new Snapshot(now, clock.millis());
    return now;
  }

  private List<DeviceAuthority> first() {
    Instant now = clock.instant();
    List<KeyMaterial> stored = keys.list(PURPOSE);
    if (stored.isEmpty()) {
      Optional<Issuer> brought = imported.map(file -> file.read(now));
      Issuer first = brought.orElseGet(this::make);
      Issuer winner = keys.createFirst(PURPOSE, first, now, brought.map(DeviceKeyRing::told));
      LOG.info("The device CA is {}", winner.certificate().getSubject());
    } else {
      brought(now)
          .filter(issuer -> !contains(stored, issuer))
          .ifPresent(issuer -> take(issuer, now));
    }
    return open(keys.list(PURPOSE), List.of());
  }

  // The setting is often left behind; the CAs that are stored do not depend on it.
  private Optional<Issuer> brought(Instant now) {
    try {
      return imported.map(file -> file.read(now));
    } catch (MdmException e) {
      LOG.warn(
          "No device CA is imported. {} Remove the setting if the CA was taken over before.",
          e.getMessage());
      return Optional.empty();
    }
  }

  private void take(Issuer brought, Instant now) {
    keys.roll(PURPOSE, brought, now, Optional.of(told(brought)));
    LOG.info("Imported the device CA {}", brought.certificate().getSubject());
  }

  private static ActivityDraft told(Issuer brought) {
    return ActivityDraft.of(Actor.system(), "imported_device_ca")
        .with("subject", brought.certificate().getSubject().toString());
  }

  private static boolean contains(List<KeyMaterial> stored, Issuer brought) {
    return stored.stream().anyMatch(each -> each.id().equals(brought.sha256()));
  }

  private List<DeviceAuthority> open(List<KeyMaterial> stored, List<DeviceAuthority> known) {
    List<DeviceAuthority> opened = new ArrayList<>();
    for (KeyMaterial material : stored) {
      Issuer issuer =
          known.stream()
              .filter(each -> each.sha256().equals(material.id()))
              .map(DeviceAuthority::issuer)
              .findFirst()
              .orElseGet(() -> keys.open(material));
      opened.add(DeviceAuthority.of(issuer, material.active()));
    }
    return List.copyOf(opened);
  }

  // The number tells the CAs of a server apart where only names are shown.
  private Issuer make() {
    KeyPair pair = RsaKey.generate(keySize);
    byte[] key = pair.getPublic().getEncoded();
    Instant now = clock.instant();
    String name = "Pomona Device CA " + Sha256.hex(key).substring(0, 8);
    X509CertificateHolder certificate =
        new CertificateDraft(name, key, now.minus(BACKDATED), now.plus(LIFE))
            .authority()
            .selfSigned(pair.getPrivate());
    return Issuer.of(pair.getPrivate(), List.of(Issuer.der(certificate)));
  }
}
