package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLock.Stage;
import io.pomona.api.escrow.HostLockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.testkit.memory.LockTables.Heard;
import io.pomona.testkit.memory.LockTables.Mac;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryHostLockStore implements HostLockStore {
  private final World world;

  public InMemoryHostLockStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<HostLock> begin(
      HostLock lock,
      byte[] sealedPin,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now) {
    synchronized (world) {
      Optional<HostLock> before =
          LockTables.newestFirst(
                  world.locks.locks, row -> row.host().equals(lock.host()) && isInTheWay(row))
              .findFirst();
      if (before.isEmpty()) {
        LockTables.check(world, command, within);
        world.locks.locks.put(lock.command(), lock);
        world.locks.keep(lock.command(), command.channels().get(0).device(), sealedPin);
        world.enqueue(List.of(command), now);
        world.write(activity, now);
      }
      return before;
    }
  }

  private static boolean isInTheWay(HostLock lock) {
    return lock.stage() == Stage.PENDING || lock.stage() == Stage.DONE;
  }

  @Override
  public Map<HostId, HostLock> of(Collection<HostId> hosts) {
    synchronized (world) {
      Map<HostId, HostLock> last = new HashMap<>();
      world.locks.locks.values().stream()
          .filter(lock -> hosts.contains(lock.host()))
          .forEach(lock -> last.put(lock.host(), lock));
      return last;
    }
  }

  @Override
  public Optional<HostLock> find(CommandUuid command) {
    synchronized (world) {
      return Optional.ofNullable(world.locks.locks.get(command));
    }
  }

  @Override
  public List<HostLock> history(HostId host, String serialNumber, String udid) {
    synchronized (world) {
      return LockTables.newestFirst(
              world.locks.locks,
              row ->
                  world.locks.isOf(
                      new Mac(host, serialNumber, udid),
                      row.command(),
                      row.host(),
                      row.serialNumber()))
          .toList();
    }
  }

  @Override
  public List<HostLock> standing(String afterCommand, int limit) {
    synchronized (world) {
      return world.locks.locks.values().stream()
          .filter(lock -> lock.stage() == Stage.DONE || lock.stage() == Stage.UNCERTAIN)
          .filter(lock -> world.host(lock.host()).filter(host -> host.mdm.isOn()).isPresent())
          .filter(lock -> lock.command().value().compareTo(afterCommand) > 0)
          .sorted(Comparator.comparing(lock -> lock.command().value()))
          .limit(limit)
          .toList();
    }
  }

  @Override
  public boolean save(HostLock changed, Stage from) {
    synchronized (world) {
      boolean still = find(changed.command()).filter(row -> row.stage() == from).isPresent();
      if (still) {
        world.locks.locks.put(changed.command(), changed);
        world.locks.heard.putIfAbsent(
            changed.command(), new Heard(world.clock.instant(), Optional.empty(), 0));
      }
      return still;
    }
  }

  @Override
  public int heard(CommandUuid command, Instant lastSeen, Duration grace) {
    synchronized (world) {
      Heard before = world.locks.heard.get(command);
      if (before == null) {
        return 0;
      }
      boolean counts = !before.tookAt().plus(grace).isAfter(world.clock.instant());
      Heard after = before.at(lastSeen, counts);
      world.locks.heard.put(command, after);
      return after.looks();
    }
  }

  @Override
  public Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now) {
    synchronized (world) {
      find(command).ifPresent(row -> world.write(activity, now));
      return find(command).flatMap(row -> world.locks.sealed(command));
    }
  }
}
