package io.pomona.api.updates;

import io.pomona.api.enrollment.HostId;
import java.util.Collection;
import java.util.Map;

/** What Macs reported of their software update by declarative management. */
public interface ReportedUpdateStore {
  Map<HostId, ReportedUpdate> of(Collection<HostId> hosts);
}
