package io.pomona.testkit.memory;

import io.pomona.api.PageRequest;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.KeyCounts;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

public final class InMemoryRecoveryKeyStore implements RecoveryKeyStore {
  private static final Comparator<SealedKey> OLDEST_FIRST =
      Comparator.comparing((SealedKey key) -> key.generation().value())
          .thenComparing(key -> key.id().value());

  private final World world;

  public InMemoryRecoveryKeyStore(World world) {
    this.world = world;
  }

  @Override
  public boolean add(NewRecoveryKey key, List<ActivityDraft> activities, Instant now) {
    synchronized (world) {
      boolean added = world.recoveryKeys.add(world.nextId(), key, now);
      if (added) {
        activities.forEach(activity -> world.write(activity, now));
      }
      return added;
    }
  }

  @Override
  public Optional<RecoveryKey> current(String serialNumber, String udid) {
    synchronized (world) {
      return world.recoveryKeys.current(serialNumber, udid).map(row -> row.key);
    }
  }

  @Override
  public List<RecoveryKey> history(String serialNumber) {
    synchronized (world) {
      return world.recoveryKeys.of(serialNumber).stream().map(row -> row.key).toList();
    }
  }

  @Override
  public Optional<RecoveryKey> find(RecoveryKeyId id) {
    synchronized (world) {
      return world.recoveryKeys.find(id).map(row -> row.key);
    }
  }

  @Override
  public List<RecoveryKey> search(String query, PageRequest page) {
    String part = query.strip().toLowerCase(Locale.ROOT);
    synchronized (world) {
      return world.recoveryKeys.keys.descendingMap().values().stream()
          .map(row -> row.key)
          .filter(key -> key.serialNumber().toLowerCase(Locale.ROOT).contains(part))
          .filter(key -> page.after() == 0 || key.id().value() < page.after())
          .skip(page.offset())
          .limit(page.limit())
          .toList();
    }
  }

  @Override
  public Optional<SealedKey> view(RecoveryKeyId id, ActivityDraft activity, Instant now) {
    synchronized (world) {
      Optional<RecoveryKeyTable.Row> found =
          world.recoveryKeys.find(id).filter(row -> row.key.opens());
      found.ifPresent(
          row -> {
            world.write(activity, now);
            row.view(now);
            if (row.exposedAt.isEmpty() && world.recoveryKeys.isCurrent(row)) {
              row.exposedAt = Optional.of(now);
            }
          });
      return found.flatMap(row -> row.sealed);
    }
  }

  @Override
  public Optional<SealedKey> sealed(RecoveryKeyId id) {
    synchronized (world) {
      return world.recoveryKeys.find(id).flatMap(row -> row.sealed);
    }
  }

  @Override
  public List<SealedKey> ofOlderGenerations(
      EscrowCertificateId generation, Optional<SealedKey> after, int limit) {
    synchronized (world) {
      return world.recoveryKeys.keys.values().stream()
          .flatMap(row -> row.sealed.stream())
          .filter(key -> key.generation().value() < generation.value())
          .filter(key -> after.filter(it -> OLDEST_FIRST.compare(key, it) <= 0).isEmpty())
          .sorted(OLDEST_FIRST)
          .limit(limit)
          .toList();
    }
  }

  @Override
  public void reseal(List<SealedKey> keys) {
    synchronized (world) {
      for (SealedKey newer : keys) {
        world
            .recoveryKeys
            .find(newer.id())
            .filter(row -> row.sealed.filter(old -> isOlder(old, newer)).isPresent())
            .ifPresent(row -> row.sealed = Optional.of(newer));
      }
    }
  }

  private static boolean isOlder(SealedKey one, SealedKey other) {
    return one.generation().value() < other.generation().value();
  }

  @Override
  public KeyCounts counts() {
    synchronized (world) {
      return new KeyCounts(
          world.recoveryKeys.keys.values().stream()
              .filter(row -> row.key.opens())
              .collect(
                  Collectors.groupingBy(
                      row -> row.key.certificate().orElseThrow(), Collectors.counting())),
          world.recoveryKeys.keys.values().stream()
              .flatMap(row -> row.sealed.stream())
              .collect(Collectors.groupingBy(SealedKey::generation, Collectors.counting())));
    }
  }
}
