package io.pomona.api.pki;

import java.time.Instant;

/**
 * A device certificate that was issued here.
 *
 * @param issuerSha256 the device CA's certificate
 */
public record StoredCertificate(
    String sha256,
    byte[] der,
    String issuerSha256,
    Instant notBefore,
    Instant notAfter,
    ChallengeBinding binding) {}
