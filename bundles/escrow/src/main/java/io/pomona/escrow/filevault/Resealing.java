package io.pomona.escrow.filevault;

import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.keys.KeySeals;
import java.util.List;
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

  /** All that is left. Called by a route. */
  public void sweep() {
    int count = 0;
    for (int done = step(); done > 0; done = step()) {
      count += done;
    }
    if (count > 0) {
      LOG.info("{} recovery keys sealed anew after the roll-over of the escrow certificate", count);
    }
  }

  /**
   * @return how many were done; 0 when none is left
   */
  int step() {
    if (certificates.list().isEmpty()) {
      return 0;
    }
    EscrowCertificateId generation = certificates.list().get(0).id();
    List<SealedKey> old = keys.ofOtherGenerations(generation, STEP);
    if (!old.isEmpty()) {
      keys.reseal(old.stream().map(key -> seals.under(generation, key)).toList());
    }
    return old.size();
  }
}
