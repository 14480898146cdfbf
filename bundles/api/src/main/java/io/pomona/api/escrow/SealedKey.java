package io.pomona.api.escrow;

/**
 * A recovery key as it is kept.
 *
 * @param generation the escrow certificate under whose purpose it is sealed; a roll-over seals all
 *     anew
 */
public record SealedKey(RecoveryKeyId id, EscrowCertificateId generation, byte[] sealed) {}
