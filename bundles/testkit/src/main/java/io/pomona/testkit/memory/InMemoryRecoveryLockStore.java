package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLock.Stage;
import io.pomona.api.escrow.RecoveryLockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.testkit.memory.LockTables.Mac;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

public final class InMemoryRecoveryLockStore implements RecoveryLockStore {
  private final World world;

  public InMemoryRecoveryLockStore(World world) {
    this.world = world;
  }

  private Map<CommandUuid, RecoveryLock> table() {
    return world.locks.recoveryLocks;
  }

  @Override
  public Optional<RecoveryLock> begin(
      RecoveryLock lock,
      byte[] sealedPassword,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now) {
    synchronized (world) {
      Optional<RecoveryLock> before =
          LockTables.newestFirst(
                  table(), row -> row.host().equals(lock.host()) && row.stage().isUnderWay())
              .findFirst();
      if (before.isEmpty()) {
        LockTables.check(world, command, within);
        table().put(lock.command(), lock);
        world.locks.keep(lock.command(), command.channels().get(0).device(), sealedPassword);
        world.enqueue(List.of(command), now);
        world.write(activity, now);
      }
      return before;
    }
  }

  @Override
  public Optional<RecoveryLock> find(CommandUuid command) {
    synchronized (world) {
      return table().values().stream()
          .filter(row -> row.command().equals(command) || row.check().equals(Optional.of(command)))
          .findFirst();
    }
  }

  @Override
  public List<RecoveryLock> history(HostId host, String serialNumber, String udid) {
    synchronized (world) {
      return LockTables.newestFirst(
              table(),
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
  public boolean save(RecoveryLock changed, Stage from, List<CommandOrder> commands, Instant now) {
    synchronized (world) {
      RecoveryLock before = table().get(changed.command());
      if (before == null || before.stage() != from) {
        return false;
      }
      world.requireUnused(commands);
      LockTables.requireEnabled(world, commands);
      table().put(changed.command(), changed);
      if (changed.stage() == Stage.VERIFIED || changed.stage() == Stage.CLEARED) {
        replaceOlder(changed);
      }
      world.enqueue(commands, now);
      return true;
    }
  }

  private void replaceOlder(RecoveryLock inForce) {
    List<RecoveryLock> all =
        new ArrayList<>(
            history(inForce.host(), inForce.serialNumber(), world.locks.udid(inForce.command())));
    int at = all.indexOf(inForce);
    all.subList(at + 1, all.size()).stream()
        .filter(row -> row.stage() != Stage.PENDING && row.stage() != Stage.FAILED)
        .forEach(row -> table().put(row.command(), row.at(Stage.REPLACED, row.detail())));
  }

  @Override
  public Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now) {
    synchronized (world) {
      RecoveryLock row = table().get(command);
      if (row == null) {
        return Optional.empty();
      }
      table().put(command, row.viewed(now));
      world.write(activity, now);
      return world.locks.sealed(command);
    }
  }

  @Override
  public Optional<byte[]> sealed(CommandUuid command) {
    synchronized (world) {
      return Optional.ofNullable(table().get(command)).flatMap(row -> world.locks.sealed(command));
    }
  }

  @Override
  public List<RecoveryLock> viewedBefore(
      Instant before, Instant lately, String afterCommand, int limit) {
    synchronized (world) {
      return table().values().stream()
          .filter(row -> row.stage() == Stage.VERIFIED)
          .filter(row -> row.viewedAt().filter(at -> at.isBefore(before)).isPresent())
          .filter(row -> row.command().value().compareTo(afterCommand) > 0)
          .filter(row -> world.host(row.host()).filter(host -> host.mdm.isOn()).isPresent())
          .filter(row -> newerOf(row).noneMatch(newer -> isInTheWay(newer, lately)))
          .sorted(Comparator.comparing(row -> row.command().value()))
          .limit(limit)
          .toList();
    }
  }

  private Stream<RecoveryLock> newerOf(RecoveryLock row) {
    return LockTables.newestFirst(table(), each -> each.host().equals(row.host()))
        .takeWhile(each -> !each.command().equals(row.command()));
  }

  private static boolean isInTheWay(RecoveryLock newer, Instant lately) {
    return newer.stage().isUnderWay()
        || newer.stage() == Stage.FAILED && newer.requestedAt().isAfter(lately);
  }
}
