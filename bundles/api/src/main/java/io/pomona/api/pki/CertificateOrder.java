package io.pomona.api.pki;

import java.time.Instant;

/**
 * What to issue. Subject, alternative names and usages are the CA's; nothing is taken from the
 * client but its key.
 *
 * @param publicKey SubjectPublicKeyInfo in DER
 * @param commonName never empty
 */
public record CertificateOrder(
    byte[] publicKey, String commonName, Instant notBefore, Instant notAfter) {}
