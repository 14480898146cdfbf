package io.pomona.escrow.rest;

import io.pomona.api.escrow.DiskEncryptionStatus;
import java.util.Map;

/** How many hosts are how far. */
public record EncryptionSummaryView(
    long verified,
    long verifying,
    long actionRequired,
    long enforcing,
    long failed,
    long removingEnforcement) {
  static EncryptionSummaryView of(Map<DiskEncryptionStatus, Long> counts) {
    return new EncryptionSummaryView(
        counts.getOrDefault(DiskEncryptionStatus.VERIFIED, 0L),
        counts.getOrDefault(DiskEncryptionStatus.VERIFYING, 0L),
        counts.getOrDefault(DiskEncryptionStatus.ACTION_REQUIRED, 0L),
        counts.getOrDefault(DiskEncryptionStatus.ENFORCING, 0L),
        counts.getOrDefault(DiskEncryptionStatus.FAILED, 0L),
        counts.getOrDefault(DiskEncryptionStatus.REMOVING_ENFORCEMENT, 0L));
  }
}
