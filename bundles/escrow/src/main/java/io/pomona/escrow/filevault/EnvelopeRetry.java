package io.pomona.escrow.filevault;

import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.escrow.keys.KeyOpening;
import io.pomona.escrow.keys.OpenedEnvelope;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again into envelopes that did not open, whenever there are other certificates than at the
 * last look, and once after a start: somebody may have restored the one that was missing.
 */
@Component(service = EnvelopeRetry.class)
public final class EnvelopeRetry {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.escrow");
  private static final int STEP = 200;

  private final EscrowCertificates certificates;
  private final EnvelopeStore envelopes;
  private final KeyOpening opening;

  private volatile List<EscrowCertificateId> tried = List.of();

  @Activate
  public EnvelopeRetry(
      @Reference EscrowCertificates certificates,
      @Reference EnvelopeStore envelopes,
      @Reference KeyOpening opening) {
    this.certificates = certificates;
    this.envelopes = envelopes;
    this.opening = opening;
  }

  /** Called by a route. */
  public void sweep() {
    List<EscrowCertificateId> now =
        certificates.list().stream().map(EscrowCertificate::id).toList();
    if (!now.equals(tried)) {
      long opened = all();
      tried = now;
      if (opened > 0) {
        LOG.info("{} recovery keys open that did not before", opened);
      }
    }
  }

  private long all() {
    long opened = 0;
    List<RecoveryKey> some = envelopes.unreadable(new RecoveryKeyId(0), STEP);
    while (!some.isEmpty()) {
      opened += some.stream().filter(this::opens).count();
      some = envelopes.unreadable(some.get(some.size() - 1).id(), STEP);
    }
    return opened;
  }

  private boolean opens(RecoveryKey key) {
    return envelopes
        .envelope(key.id())
        .map(opening::open)
        .filter(OpenedEnvelope::opens)
        .map(now -> put(key, now))
        .isPresent();
  }

  private RecoveryKey put(RecoveryKey key, OpenedEnvelope now) {
    envelopes.open(
        key.id(),
        now.of(key.host(), key.serialNumber(), key.udid(), key.enrolledAt(), key.source()));
    return key;
  }
}
