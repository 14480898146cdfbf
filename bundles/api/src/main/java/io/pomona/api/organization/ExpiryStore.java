package io.pomona.api.organization;

import java.time.Instant;

/** What was told of things that end. */
public interface ExpiryStore {
  /**
   * Writes the activity unless one was written for the same name, end and threshold before, on any
   * node. One transaction.
   *
   * @param thresholdDays 0 = it has ended
   * @return whether it was written
   */
  boolean tell(
      String name, Instant notAfter, int thresholdDays, ActivityDraft activity, Instant now);
}
