package io.pomona.testkit.memory;

import io.pomona.api.enrollment.DeviceLink;
import io.pomona.api.enrollment.HostId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Links by the digests of their tokens, and what was said of Macs before they came. */
final class DeviceLinkTable {
  final Map<String, DeviceLink> links = new LinkedHashMap<>();
  final Map<HostId, Long> revocations = new HashMap<>();
  final Map<HostId, String> emails = new HashMap<>();

  void deleteHost(HostId host) {
    links.values().removeIf(link -> link.host().equals(host));
    revocations.remove(host);
    emails.remove(host);
  }
}
