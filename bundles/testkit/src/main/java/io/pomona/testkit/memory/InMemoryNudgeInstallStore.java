package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.HostId;
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
        HostRow row = world.hosts.get(install.host());
        install.againAt().ifPresent(at -> world.updates.nudgeDue.mark(row, at));
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
