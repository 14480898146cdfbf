package io.pomona.api.escrow;

import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Optional;

/**
 * A recovery key that a Mac gave, without the key itself.
 *
 * @param host as which the Mac was known; it may have been deleted since
 * @param serialNumber by which its keys are found whatever becomes of the host
 * @param enrolledAt since when it was enrolled when it gave it
 * @param certificate which it was encrypted for, empty where it is for none that is known here
 * @param unreadable why it cannot be opened, in a sentence; empty where it can
 * @param viewedAt when somebody was last shown it
 */
public record RecoveryKey(
    RecoveryKeyId id,
    HostId host,
    String serialNumber,
    String udid,
    Instant enrolledAt,
    Optional<EscrowCertificateId> certificate,
    Source source,
    Instant receivedAt,
    Optional<String> unreadable,
    Optional<Instant> viewedAt) {

  /** How it came. */
  public enum Source {
    SECURITY_INFO,
    ROTATION
  }

  public boolean opens() {
    return unreadable.isEmpty();
  }
}
