package io.pomona.api.escrow;

import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Optional;

/**
 * A recovery key that a Mac gave, to be kept.
 *
 * @param envelope the CMS as it came
 * @param sealed the opened key, or empty
 * @param fingerprint what two envelopes with the same key have in common; empty with {@code sealed}
 * @param unreadable why it is empty, in a sentence
 */
public record NewRecoveryKey(
    HostId host,
    String serialNumber,
    String udid,
    Instant enrolledAt,
    Optional<EscrowCertificateId> certificate,
    RecoveryKey.Source source,
    byte[] envelope,
    Optional<EscrowCertificateId> generation,
    Optional<byte[]> sealed,
    Optional<String> fingerprint,
    Optional<String> unreadable) {}
