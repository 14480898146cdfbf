package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.ReceivedEnvelope;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import java.util.List;
import java.util.Optional;

public final class InMemoryEnvelopeStore implements EnvelopeStore {
  private final World world;

  public InMemoryEnvelopeStore(World world) {
    this.world = world;
  }

  @Override
  public List<ReceivedEnvelope> waiting(int limit) {
    synchronized (world) {
      return world.recoveryKeys.envelopes.stream().limit(limit).toList();
    }
  }

  @Override
  public List<ReceivedEnvelope> waiting(HostId host) {
    synchronized (world) {
      return world.recoveryKeys.waiting(host);
    }
  }

  @Override
  public List<RecoveryKey> unreadable(RecoveryKeyId after, int limit) {
    synchronized (world) {
      return world.recoveryKeys.keys.tailMap(after.value(), false).values().stream()
          .filter(row -> row.opensLater)
          .limit(limit)
          .map(row -> row.key)
          .toList();
    }
  }

  @Override
  public Optional<byte[]> envelope(RecoveryKeyId id) {
    synchronized (world) {
      return row(id).map(row -> row.envelope);
    }
  }

  private Optional<RecoveryKeyTable.Row> row(RecoveryKeyId id) {
    return world.recoveryKeys.find(id).filter(row -> row.opensLater);
  }

  @Override
  public void open(RecoveryKeyId id, NewRecoveryKey key) {
    synchronized (world) {
      boolean kept =
          world.recoveryKeys.of(key.serialNumber(), key.udid()).stream()
              .anyMatch(row -> row.fingerprint.equals(key.fingerprint()));
      row(id)
          .ifPresent(
              row -> {
                if (kept) {
                  row.twin("It holds a key that has come in another envelope as well.");
                } else {
                  row.open(key);
                }
                world.host(key.host()).ifPresent(host -> world.encryption.opens(host, key));
              });
    }
  }
}
