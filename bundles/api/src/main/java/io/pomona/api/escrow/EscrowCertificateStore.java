package io.pomona.api.escrow;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Escrow certificates. Each method is one transaction. */
public interface EscrowCertificateStore {
  /** The one that Macs get; empty until one was made. */
  Optional<EscrowCertificate> current();

  /** Newest first. */
  List<EscrowCertificate> list();

  /**
   * Takes the place of the present one, if that is still the one it was made to follow, and marks
   * the Macs whose team encrypts disks as to be reconciled.
   *
   * @param follows empty for the first one
   * @return the one that is current afterwards: of several nodes one is first
   */
  EscrowCertificate add(
      byte[] certificate,
      byte[] sealedKey,
      Optional<EscrowCertificateId> follows,
      List<ActivityDraft> activities,
      Instant now);
}
