package io.pomona.profiles.lint;

import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.profile.MobileConfig;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Whether Macs that profiles are for are too old for them. They are counted once, whatever the
 * number of the profiles.
 */
final class OlderMacs {
  /** All Macs that are supported at all take what is as old as this. */
  private static final OsVersion OLDEST = OsVersion.parse("12.0").orElseThrow();

  private final HostStore hosts;
  private final TeamScope scope;
  private Optional<Map<String, Long>> versions = Optional.empty();

  OlderMacs(HostStore hosts, Optional<TeamId> team) {
    this.hosts = hosts;
    this.scope = TeamScope.of(team);
  }

  /** Macs are counted only for the few payloads that not all of them take. */
  Optional<LintWarning> than(MobileConfig profile) {
    return profile.payloads().stream()
        .flatMap(payload -> PayloadLint.since(payload).stream())
        .max(Comparator.naturalOrder())
        .filter(since -> since.compareTo(OLDEST) > 0)
        .flatMap(since -> warning(since, older(since)));
  }

  private static Optional<LintWarning> warning(OsVersion since, long older) {
    return older == 0
        ? Optional.empty()
        : Optional.of(
            new LintWarning(
                "needs_newer_macos",
                "A payload needs macOS "
                    + since
                    + "; "
                    + older
                    + (older == 1 ? " Mac here has" : " Macs here have")
                    + " an older one."));
  }

  private long older(OsVersion since) {
    if (versions.isEmpty()) {
      versions = Optional.of(hosts.osVersions(scope));
    }
    return versions.get().entrySet().stream()
        .filter(entry -> isOlder(entry.getKey(), since))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static boolean isOlder(String version, OsVersion since) {
    return OsVersion.parse(version).filter(has -> has.compareTo(since) < 0).isPresent();
  }
}
