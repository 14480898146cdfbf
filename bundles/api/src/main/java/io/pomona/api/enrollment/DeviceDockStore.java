package io.pomona.api.enrollment;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.Optional;

/** Whether enrolled Macs get their page into the Dock. Each method is one transaction. */
public interface DeviceDockStore {
  /** Empty until somebody has said. */
  Optional<Boolean> isWanted();

  /**
   * Marks all Macs as to be reconciled.
   *
   * @return whether it was otherwise before, or not said; if not, nothing was written
   */
  boolean put(boolean wanted, ActivityDraft activity, Instant now);
}
