package io.pomona.escrow.filevault;

import io.pomona.api.MdmException;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.keys.KeySeals;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals kept keys under the present generation after a roll-over, some at a time. A step takes the
 * place of the same keys in one transaction: whoever stops between two goes on there, and a second
 * node does the same.
 */
@Component(service = Resealing.class)
public final class Resealing {
  static final int STEP = 200;

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.escrow");

  private final EscrowCertificates certificates;
  private final RecoveryKeyStore keys;
  private final KeySeals seals;

  @Activate
  public Resealing(
      @Reference EscrowCertificates certificates,
      @Reference RecoveryKeyStore keys,
      @Reference SecretVault vault) {
    this.certificates = certificates;
    this.keys = keys;
    this.seals = new KeySeals(vault);
  }

  /** All that is left, but what cannot be opened: that waits. Called by a route. */
  public void sweep() {
    Optional<EscrowCertificateId> current =
        certificates.list().stream().map(EscrowCertificate::id).findFirst();
    current.ifPresent(this::sweep);
  }

  private void sweep(EscrowCertificateId generation) {
    Result all = new Result(0, 0);
    List<SealedKey> old = keys.ofOlderGenerations(generation, Optional.empty(), STEP);
    while (!old.isEmpty()) {
      all = all.and(step(generation, old));
      old = keys.ofOlderGenerations(generation, Optional.of(old.get(old.size() - 1)), STEP);
    }
    all.tell();
  }

  private Result step(EscrowCertificateId generation, List<SealedKey> old) {
    List<SealedKey> anew = old.stream().flatMap(key -> under(generation, key).stream()).toList();
    keys.reseal(anew);
    return new Result(anew.size(), old.size() - anew.size());
  }

  private Optional<SealedKey> under(EscrowCertificateId generation, SealedKey key) {
    try {
      return Optional.of(seals.under(generation, key));
    } catch (MdmException e) {
      LOG.debug("Recovery key {} cannot be sealed anew", key.id().value(), e);
      return Optional.empty();
    }
  }

  /** How many were sealed anew, and how many could not be. */
  private record Result(int done, int failed) {
    Result and(Result other) {
      return new Result(done + other.done, failed + other.failed);
    }

    void tell() {
      if (done > 0) {
        LOG.info("{} recovery keys sealed anew after the roll-over of the certificate", done);
      }
      if (failed > 0) {
        LOG.warn("{} recovery keys cannot be opened to be sealed anew; see the vault", failed);
      }
    }
  }
}
