package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgeInstallStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryNudgeInstallStore implements NudgeInstallStore {
  private final World world;

  public InMemoryNudgeInstallStore(World world) {
    this.world = world;
  }

  @Override
  public Map<HostId, NudgeInstall> of(Collection<HostId> hosts) {
    synchronized (world) {
      Map<HostId, NudgeInstall> found = new HashMap<>(world.updates.installs);
      found.keySet().retainAll(hosts);
      return found;
    }
  }

  @Override
  public Optional<NudgeInstall> byToken(String tokenSha256) {
    synchronized (world) {
      return world.updates.installs.values().stream()
          .filter(install -> install.download().tokenSha256().equals(tokenSha256))
          .findFirst();
    }
  }

  @Override
  public List<Host> wanting(
      Optional<TeamId> team,
      Collection<String> versions,
      String packageSha256,
      Instant now,
      int limit) {
    synchronized (world) {
      return world.hosts.values().stream()
          .filter(row -> row.team.equals(team) && row.mdm.isOn())
          .map(HostRow::toHost)
          .filter(host -> versions.contains(host.facts().osVersion()))
          .filter(host -> isToBeTold(host, packageSha256, now))
          .limit(limit)
          .toList();
    }
  }

  private boolean isToBeTold(Host host, String packageSha256, Instant now) {
    return Optional.ofNullable(world.updates.installs.get(host.id()))
        .filter(row -> row.packageSha256().equals(packageSha256))
        .filter(row -> host.enrolledAt().equals(Optional.of(row.enrolledAt())))
        .filter(row -> row.againAt().map(now::isBefore).orElse(true))
        .isEmpty();
  }

  @Override
  public boolean tell(NudgeInstall told, CommandOrder command, Instant now) {
    synchronized (world) {
      world.requireUnused(List.of(command));
      boolean first = save(told);
      if (first) {
        world.enqueue(List.of(command), now);
      }
      return first;
    }
  }

  @Override
  public boolean save(NudgeInstall install) {
    synchronized (world) {
      long present =
          Optional.ofNullable(world.updates.installs.get(install.host()))
              .map(NudgeInstall::version)
              .orElse(0L);
      boolean same = present == install.version() && world.hosts.containsKey(install.host());
      if (same) {
        world.updates.installs.put(install.host(), next(install));
      }
      return same;
    }
  }

  private static NudgeInstall next(NudgeInstall saved) {
    return new NudgeInstall(
        saved.host(),
        saved.enrolledAt(),
        saved.packageSha256(),
        saved.download(),
        saved.expiresAt(),
        saved.status(),
        saved.detail(),
        saved.command(),
        saved.attempts(),
        saved.againAt(),
        saved.version() + 1);
  }
}
