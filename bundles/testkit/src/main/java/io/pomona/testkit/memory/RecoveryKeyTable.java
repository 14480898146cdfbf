package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.ReceivedEnvelope;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Recovery keys and their replacements. */
final class RecoveryKeyTable {
  final TreeMap<Long, Row> keys = new TreeMap<>();
  final TreeMap<Long, KeyRotation> rotations = new TreeMap<>();

  /** In the order in which they came. */
  final List<ReceivedEnvelope> envelopes = new ArrayList<>();

  static final class Row {
    final byte[] envelope;
    Optional<SealedKey> sealed;
    Optional<String> fingerprint;
    boolean opensLater;
    RecoveryKey key;
    Optional<Instant> exposedAt = Optional.empty();

    private Row(RecoveryKeyId id, NewRecoveryKey said, Instant now) {
      envelope = said.envelope();
      opensLater = !said.unreadable().isEmpty() && envelope.length <= EnvelopeStore.LARGEST;
      hold(id, said);
      key = key(id, said.certificate(), said, now, Optional.empty());
    }

    private void hold(RecoveryKeyId id, NewRecoveryKey said) {
      fingerprint = said.fingerprint();
      sealed = said.sealed().map(bytes -> new SealedKey(id, said.generation().get(), bytes));
    }

    private static RecoveryKey key(
        RecoveryKeyId id,
        Optional<EscrowCertificateId> certificate,
        NewRecoveryKey said,
        Instant receivedAt,
        Optional<Instant> viewedAt) {
      return new RecoveryKey(
          id,
          said.host(),
          said.serialNumber(),
          said.udid(),
          said.enrolledAt(),
          certificate,
          said.source(),
          receivedAt,
          said.unreadable(),
          viewedAt);
    }

    void open(NewRecoveryKey said) {
      opensLater = false;
      hold(key.id(), said);
      key = key(key.id(), said.certificate(), said, key.receivedAt(), key.viewedAt());
    }

    void twin(String why) {
      opensLater = false;
      key = with(Optional.of(why), key.viewedAt());
    }

    void view(Instant now) {
      key = with(key.unreadable(), Optional.of(now));
    }

    private RecoveryKey with(Optional<String> unreadable, Optional<Instant> viewedAt) {
      return new RecoveryKey(
          key.id(),
          key.host(),
          key.serialNumber(),
          key.udid(),
          key.enrolledAt(),
          key.certificate(),
          key.source(),
          key.receivedAt(),
          unreadable,
          viewedAt);
    }
  }

  boolean add(long id, NewRecoveryKey said, Instant now) {
    envelopes.removeIf(
        each ->
            each.serialNumber().equals(said.serialNumber())
                && each.udid().equals(said.udid())
                && Arrays.equals(each.envelope(), said.envelope()));
    List<Row> before = of(said.serialNumber(), said.udid());
    if (before.stream().anyMatch(row -> isSame(row, said)) || isOneTooMany(before, said, now)) {
      return false;
    }
    if (said.unreadable().isEmpty()) {
      before.forEach(row -> row.exposedAt = Optional.empty());
    }
    keys.put(id, new Row(new RecoveryKeyId(id), said, now));
    return true;
  }

  private static boolean isSame(Row row, NewRecoveryKey said) {
    return Arrays.equals(row.envelope, said.envelope())
        || row.fingerprint.isPresent() && row.fingerprint.equals(said.fingerprint());
  }

  private static boolean isOneTooMany(List<Row> before, NewRecoveryKey said, Instant now) {
    Instant yesterday = now.minus(Duration.ofDays(1));
    return said.unreadable().isPresent()
        && before.stream()
                .filter(row -> !row.key.opens() && row.key.receivedAt().isAfter(yesterday))
                .count()
            >= RecoveryKeyStore.UNREADABLE_A_DAY;
  }

  /** What has just come. */
  void arrive(ReceivedEnvelope said) {
    boolean known =
        of(said.serialNumber(), said.udid()).stream()
                .anyMatch(row -> Arrays.equals(row.envelope, said.envelope()))
            || waiting(said.host()).stream()
                .anyMatch(each -> Arrays.equals(each.envelope(), said.envelope()));
    if (!known
        && said.envelope().length <= EnvelopeStore.LARGEST
        && waiting(said.host()).size() < EnvelopeStore.MOST) {
      envelopes.add(said);
    }
  }

  List<ReceivedEnvelope> waiting(HostId host) {
    return envelopes.stream().filter(each -> each.host().equals(host)).toList();
  }

  Optional<Row> find(RecoveryKeyId id) {
    return Optional.ofNullable(keys.get(id.value()));
  }

  List<Row> of(String serialNumber, String udid) {
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
