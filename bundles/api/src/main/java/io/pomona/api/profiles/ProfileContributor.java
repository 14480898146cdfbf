package io.pomona.api.profiles;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Extension point: says which profiles a Mac should have. Asked often, on a thread of a Camel
 * route: answers quickly, from memory or one query. A contributor that throws leaves the Mac as it
 * is until the next sweep; one that goes away takes nothing off any Mac.
 */
public interface ProfileContributor {
  /** Lower-case name; profiles once contributed under it belong to it. */
  String name();

  List<DesiredProfile> profilesFor(Host host);

  /**
   * The same for many Macs at once. Whoever asks a database overrides it, so as to ask once for
   * all; when it throws, each Mac is asked for by itself.
   */
  default Map<HostId, List<DesiredProfile>> profilesFor(List<Host> hosts) {
    Map<HostId, List<DesiredProfile>> each = new HashMap<>();
    hosts.forEach(host -> each.put(host.id(), profilesFor(host)));
    return each;
  }

  /** The bytes of a profile that it named, for this host; called only when they must be sent. */
  byte[] content(Host host, DesiredProfile profile);
}
