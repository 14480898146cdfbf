package io.pomona.api.escrow;

/** Which of the recovery keys that were ever received; a later one has a higher number. */
public record RecoveryKeyId(long value) {}
