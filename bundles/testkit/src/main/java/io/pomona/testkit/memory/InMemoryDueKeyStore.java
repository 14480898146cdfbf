package io.pomona.testkit.memory;

import io.pomona.api.escrow.DueKeyStore;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

public final class InMemoryDueKeyStore implements DueKeyStore {
  private final World world;

  public InMemoryDueKeyStore(World world) {
    this.world = world;
  }

  @Override
  public List<RecoveryKey> viewed(Instant upTo, Instant notTriedSince, int limit) {
    synchronized (world) {
      return replaceable()
          .filter(row -> row.exposedAt.filter(at -> !at.isAfter(upTo)).isPresent())
          .filter(row -> !isTried(row.key, later(notTriedSince, row.exposedAt.get().minusNanos(1))))
          .sorted(Comparator.comparing(row -> row.exposedAt.get()))
          .limit(limit)
          .map(row -> row.key)
          .toList();
    }
  }

  @Override
  public List<RecoveryKey> received(
      Instant upTo, Instant notTriedSince, int firstSlot, int lastSlot, int limit) {
    synchronized (world) {
      return replaceable()
          .map(row -> row.key)
          .filter(key -> !key.receivedAt().isAfter(upTo))
          .filter(key -> isIn(DueKeyStore.slot(key.serialNumber()), firstSlot, lastSlot))
          .filter(key -> !isTried(key, notTriedSince))
          .sorted(Comparator.comparing(RecoveryKey::receivedAt))
          .limit(limit)
          .toList();
    }
  }

  private static boolean isIn(int slot, int first, int last) {
    return first <= last ? first <= slot && slot <= last : first <= slot || slot <= last;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private boolean isTried(RecoveryKey key, Instant since) {
    return world.recoveryKeys.rotations.values().stream()
        .anyMatch(
            each -> each.wanted().replaces().equals(key.id()) && each.requestedAt().isAfter(since));
  }

  private Stream<RecoveryKeyTable.Row> replaceable() {
    return world.recoveryKeys.keys.values().stream()
        .filter(world.recoveryKeys::isCurrent)
        .filter(row -> world.isEnabled(ChannelId.device(row.key.udid())))
        .filter(row -> world.recoveryKeys.underWay(row.key.udid()).isEmpty());
  }
}
