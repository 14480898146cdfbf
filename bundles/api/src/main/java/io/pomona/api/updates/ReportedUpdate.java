package io.pomona.api.updates;

import java.time.Instant;
import java.util.Optional;

/**
 * What a Mac reported last of its software update in a status report.
 *
 * @param installState {@code none}, {@code downloading}, {@code prepared}, {@code installing} or
 *     {@code failed}
 * @param enforcement what is wrong with the declaration that requires it, in words; empty where it
 *     is active and valid, or not yet reported
 */
public record ReportedUpdate(
    Optional<String> installState,
    Optional<String> pendingVersion,
    Optional<String> failureReason,
    Optional<String> enforcement,
    Instant reportedAt) {
  /** An install state. */
  public static final String FAILED = "failed";
}
