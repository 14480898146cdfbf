package io.pomona.api.updates;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import java.util.List;
import java.util.Map;

/**
 * Says of Macs where they are with regard to the macOS that is required. Few statements for many.
 */
public interface HostUpdates {
  Map<HostId, HostUpdate> of(List<Host> hosts);
}
