package io.pomona.profiles.lint;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.profile.MobileConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether Macs that a profile is for are too old for it. */
final class OlderMacs {
  /** All Macs that are supported at all take what is as old as this. */
  private static final OsVersion OLDEST = OsVersion.parse("12.0").orElseThrow();

  private static final int PAGE = 1000;
  private static final Set<MdmStatus> ENROLLED =
      Set.of(MdmStatus.ON_MANUAL, MdmStatus.ON_AUTOMATIC);

  private final HostStore hosts;

  OlderMacs(HostStore hosts) {
    this.hosts = hosts;
  }

  /** Macs are looked at only for the few payloads that not all of them take. */
  Optional<LintWarning> than(MobileConfig profile, Optional<TeamId> team) {
    return profile.payloads().stream()
        .flatMap(payload -> PayloadLint.since(payload).stream())
        .max(Comparator.naturalOrder())
        .filter(since -> since.compareTo(OLDEST) > 0)
        .flatMap(since -> warning(since, count(since, team)));
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

  private long count(OsVersion since, Optional<TeamId> team) {
    HostFilter filter = new HostFilter("", ENROLLED).within(TeamScope.of(team));
    long older = 0;
    long after = 0;
    List<Host> page;
    do {
      page = hosts.list(filter, new PageRequest(after, 0, PAGE));
      older += page.stream().filter(host -> isOlder(host, since)).count();
      after = page.isEmpty() ? 0 : page.get(page.size() - 1).id().value();
    } while (page.size() == PAGE);
    return older;
  }

  private static boolean isOlder(Host host, OsVersion since) {
    return OsVersion.parse(host.facts().osVersion())
        .filter(has -> has.compareTo(since) < 0)
        .isPresent();
  }
}
