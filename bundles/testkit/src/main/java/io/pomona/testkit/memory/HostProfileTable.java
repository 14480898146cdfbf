package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Profiles by host and identifier. */
final class HostProfileTable {
  private static final List<ProfileStatus> WORST_FIRST =
      List.of(
          ProfileStatus.FAILED,
          ProfileStatus.PENDING,
          ProfileStatus.VERIFYING,
          ProfileStatus.VERIFIED);

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

  Optional<ProfileStatus> overall(HostId host) {
    List<ProfileStatus> statuses = of(host).stream().map(HostProfile::status).toList();
    return WORST_FIRST.stream().filter(statuses::contains).findFirst();
  }
}
