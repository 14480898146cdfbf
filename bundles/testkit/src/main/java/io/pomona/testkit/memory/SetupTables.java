package io.pomona.testkit.memory;

import io.pomona.api.abm.Agreement;
import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.SetupSettings;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of the set-up of Macs. */
final class SetupTables {
  record Part(LargeFileId file, int place) {}

  final Map<Optional<TeamId>, SetupSettings> settings = new HashMap<>();
  final Map<Optional<TeamId>, String> locations = new HashMap<>();
  final Map<Optional<TeamId>, BootstrapPackage> packages = new HashMap<>();
  final TreeMap<Long, Instant> files = new TreeMap<>();
  final Map<Part, byte[]> parts = new HashMap<>();
  final TreeMap<Long, MacSetup> setups = new TreeMap<>();
  Optional<Agreement> agreement = Optional.empty();

  void deleteTeam(TeamId team) {
    settings.remove(Optional.of(team));
    locations.remove(Optional.of(team));
    packages.remove(Optional.of(team));
  }

  void deleteHost(HostId host) {
    setups.remove(host.value());
  }
}
