package io.pomona.api.escrow;

/** Which escrow certificate; a later one has a higher number. */
public record EscrowCertificateId(long value) {}
