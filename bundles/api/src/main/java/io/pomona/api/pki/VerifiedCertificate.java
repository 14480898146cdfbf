package io.pomona.api.pki;

import java.time.Instant;

/** A device certificate that chains to a trusted device CA; whose it is, the binding tells. */
public record VerifiedCertificate(String sha256, Instant notAfter) {}
