package io.pomona.api.escrow;

import java.time.Instant;
import java.util.Optional;

/**
 * A certificate that Macs encrypt their recovery keys for, with its key. Never deleted: a Mac may
 * come back after years with a key that was encrypted for it.
 *
 * @param certificate X.509 in DER
 * @param sealedKey PKCS#8, sealed
 * @param retiredAt when a newer one took its place; empty for the one that Macs get
 */
public record EscrowCertificate(
    EscrowCertificateId id,
    byte[] certificate,
    byte[] sealedKey,
    Instant createdAt,
    Optional<Instant> retiredAt) {}
