package io.pomona.apns;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.apns.PushCertificateStore.StoredPair;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.pki.SecretVault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pair in use, kept in memory and read again every few seconds for what other nodes load. */
@Component(service = {PushCertificates.class, PushIdentities.class, LoadedPushCertificates.class})
public final class LoadedPushCertificates implements PushCertificates, PushIdentities {
  static final String PURPOSE = "apns.key";
  private static final Duration TRUSTED = Duration.ofSeconds(3);
  private static final Logger LOG = LoggerFactory.getLogger(LoadedPushCertificates.class);

  private final PushCertificateStore store;
  private final SecretVault vault;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Optional<Reading> last = Optional.empty();

  @Activate
  public LoadedPushCertificates(
      @Reference PushCertificateStore store, @Reference SecretVault vault) {
    this(store, vault, Clock.systemUTC());
  }

  LoadedPushCertificates(PushCertificateStore store, SecretVault vault, Clock clock) {
    this.store = store;
    this.vault = vault;
    this.clock = clock;
  }

  private record Reading(LoadedPair pair, Instant at) {}

  @Override
  public Optional<PushCertificateInfo> current() {
    return pair().info();
  }

  @Override
  public Optional<PushIdentity> identity() {
    return pair().identity();
  }

  /** As it is in the store now, not some seconds ago. */
  LoadedPair refresh() {
    reading.lock();
    try {
      return keep(store.current());
    } finally {
      reading.unlock();
    }
  }

  private LoadedPair pair() {
    Optional<Reading> known = last;
    if (known.filter(r -> clock.instant().isBefore(r.at().plus(TRUSTED))).isPresent()) {
      return known.get().pair();
    }
    if (known.isEmpty()) {
      return refresh();
    }
    return reading.tryLock() ? readAgain(known.get()) : known.get().pair();
  }

  private LoadedPair readAgain(Reading known) {
    try {
      return keep(store.current());
    } catch (RuntimeException e) {
      LOG.debug("The push certificate cannot be read again, the known one stays in use", e);
      last = Optional.of(new Reading(known.pair(), clock.instant()));
      return known.pair();
    } finally {
      reading.unlock();
    }
  }

  private LoadedPair keep(Optional<StoredPair> stored) {
    LoadedPair pair =
        last.map(Reading::pair)
            .filter(known -> known.isOf(stored))
            .orElseGet(() -> LoadedPair.open(stored, vault));
    last = Optional.of(new Reading(pair, clock.instant()));
    return pair;
  }
}
