package io.pomona.testkit.memory;

import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.SealedKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Recovery keys and their replacements. */
final class RecoveryKeyTable {
  final TreeMap<Long, Row> keys = new TreeMap<>();
  final TreeMap<Long, KeyRotation> rotations = new TreeMap<>();

  static final class Row {
    final byte[] envelope;
    Optional<SealedKey> sealed;
    RecoveryKey key;
    Optional<Instant> exposedAt = Optional.empty();

    private Row(RecoveryKeyId id, NewRecoveryKey said, Instant now) {
      envelope = said.envelope();
      sealed = said.sealed().map(bytes -> new SealedKey(id, said.generation().get(), bytes));
      key =
          new RecoveryKey(
              id,
              said.host(),
              said.serialNumber(),
              said.udid(),
              said.enrolledAt(),
              said.certificate(),
              said.source(),
              now,
              said.unreadable(),
              Optional.empty());
    }

    void view(Instant now) {
      key =
          new RecoveryKey(
              key.id(),
              key.host(),
              key.serialNumber(),
              key.udid(),
              key.enrolledAt(),
              key.certificate(),
              key.source(),
              key.receivedAt(),
              key.unreadable(),
              Optional.of(now));
    }
  }

  boolean add(long id, NewRecoveryKey said, Instant now) {
    List<Row> before = of(said.serialNumber(), said.udid());
    if (before.stream().anyMatch(row -> Arrays.equals(row.envelope, said.envelope()))) {
      return false;
    }
    if (said.unreadable().isEmpty()) {
      before.forEach(row -> row.exposedAt = Optional.empty());
    }
    keys.put(id, new Row(new RecoveryKeyId(id), said, now));
    return true;
  }

  Optional<Row> find(RecoveryKeyId id) {
    return Optional.ofNullable(keys.get(id.value()));
  }

  private List<Row> of(String serialNumber, String udid) {
    return of(serialNumber).stream().filter(row -> row.key.udid().equals(udid)).toList();
  }

  /** Newest first. */
  List<Row> of(String serialNumber) {
    return keys.descendingMap().values().stream()
        .filter(row -> row.key.serialNumber().equals(serialNumber))
        .toList();
  }

  Optional<Row> current(String serialNumber, String udid) {
    return of(serialNumber, udid).stream().filter(row -> row.key.opens()).findFirst();
  }

  boolean isCurrent(Row row) {
    return current(row.key.serialNumber(), row.key.udid())
        .filter(newest -> newest == row)
        .isPresent();
  }

  Optional<KeyRotation> underWay(String udid) {
    return rotations.values().stream()
        .filter(each -> each.wanted().device().device().equals(udid))
        .filter(each -> !each.stage().isEnded())
        .findFirst();
  }
}
