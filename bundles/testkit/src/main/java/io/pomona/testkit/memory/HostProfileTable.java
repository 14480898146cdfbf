package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.HostProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Profiles by host and identifier. */
final class HostProfileTable {
  private final Map<HostId, TreeMap<String, HostProfile>> rows = new HashMap<>();

  List<HostProfile> of(HostId host) {
    return List.copyOf(rows.getOrDefault(host, new TreeMap<>()).values());
  }

  void put(HostProfile row) {
    rows.computeIfAbsent(row.host(), id -> new TreeMap<>()).put(row.identifier(), row);
  }

  void remove(HostId host, String identifier) {
    rows.getOrDefault(host, new TreeMap<>()).remove(identifier);
  }

  void removeAll(HostId host) {
    rows.remove(host);
  }
}
