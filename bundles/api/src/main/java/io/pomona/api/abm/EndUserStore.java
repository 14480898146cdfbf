package io.pomona.api.abm;

import io.pomona.api.enrollment.HostId;
import java.util.Optional;

/** Who logged in when a Mac was set up. Each method is one transaction. */
public interface EndUserStore {
  /** Replaces the one before; a Mac that is set up anew is set up by somebody else. */
  void put(HostId host, EndUser user);

  Optional<EndUser> find(HostId host);
}
