package io.pomona.escrow.keys;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What was in an envelope that a Mac sent.
 *
 * @param certificate which it was encrypted for, empty where it is for none that is known here
 * @param generation under which the key is sealed; empty with {@code sealed}
 * @param sealed the key, or empty
 * @param fingerprint the same for the same key in another envelope; empty with {@code sealed}
 * @param unreadable why it is empty, in a sentence
 */
public record OpenedEnvelope(
    byte[] envelope,
    Optional<EscrowCertificateId> certificate,
    Optional<EscrowCertificateId> generation,
    Optional<byte[]> sealed,
    Optional<String> fingerprint,
    Optional<String> unreadable) {

  public boolean opens() {
    return unreadable.isEmpty();
  }

  /** To be kept as the key of this Mac. */
  public NewRecoveryKey of(
      HostId host,
      String serialNumber,
      String udid,
      Instant enrolledAt,
      RecoveryKey.Source source) {
    return new NewRecoveryKey(
        host,
        serialNumber,
        udid,
        enrolledAt,
        certificate,
        source,
        envelope,
        generation,
        sealed,
        fingerprint,
        unreadable);
  }
}
