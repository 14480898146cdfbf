package io.pomona.api.updates;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Marks on hosts of which it is to be seen whether they are to be told to install Nudge. They are
 * set where that may have changed: by the stores of what teams require, of the package, of
 * enrollments and moves; and by {@link NudgeInstallStore} for the time at which a Mac is told
 * again. Each method is one transaction.
 */
public interface NudgeDueStore {
  /** Enrolled hosts that are due, which nobody else gets until the lease ends. */
  List<Host> leaseDue(int limit, Instant now, Duration lease);

  /** A host that is due earlier stays so. */
  void markDue(Collection<HostId> hosts, Instant at);

  /** Every enrolled host. */
  void markAllDue(Instant at);

  /** Takes the marks off, but those that were set anew since the lease. */
  void looked(Collection<HostId> hosts);
}
