package io.pomona.api.pki;

import java.time.Instant;
import java.util.List;

/**
 * A private key of the server, sealed, with its certificates.
 *
 * @param id the certificate's SHA-256
 * @param purpose {@code device-ca}, {@code tls-root}, {@code tls-server}, {@code profile-signer}
 * @param sealedKey PKCS#8, sealed by the vault under {@code pki.key.<purpose>}
 * @param chain the certificate first
 * @param active whether new things are made with it; others of its purpose are still trusted
 */
public record KeyMaterial(
    String id,
    String purpose,
    byte[] sealedKey,
    List<byte[]> chain,
    Instant createdAt,
    Instant notAfter,
    boolean active) {}
