package io.pomona.escrow.rest;

import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.escrow.keys.KeyDisclosure.ShownKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The forms of recovery keys in the admin API. */
final class RecoveryKeyViews {
  private RecoveryKeyViews() {}

  /**
   * A key in the clear.
   *
   * @param updatedAt when it came
   */
  record KeyView(Instant updatedAt, String key) {
    static KeyView of(ShownKey shown) {
      return new KeyView(shown.key().receivedAt(), shown.secret().revealText());
    }
  }

  /** The key of a host, in the reference's form. */
  record HostKeyAnswer(long hostId, KeyView encryptionKey) {}

  /** One of all keys. */
  record SearchedKeyAnswer(long id, long hostId, String serialNumber, KeyView encryptionKey) {}

  /**
   * A key without itself.
   *
   * @param detail why it is not readable, empty text where it is
   */
  record KeptKey(
      long id,
      long hostId,
      String serialNumber,
      String udid,
      Instant receivedAt,
      Instant enrolledAt,
      String source,
      Optional<String> certificateSerialNumber,
      boolean readable,
      String detail,
      Optional<Instant> viewedAt) {
    static KeptKey of(RecoveryKey key, Map<EscrowCertificateId, String> serials) {
      return new KeptKey(
          key.id().value(),
          key.host().value(),
          key.serialNumber(),
          key.udid(),
          key.receivedAt(),
          key.enrolledAt(),
          key.source().name().toLowerCase(Locale.ROOT),
          key.certificate().map(serials::get),
          key.opens(),
          key.unreadable().orElse(""),
          key.viewedAt());
    }
  }

  /**
   * How a key was or is replaced.
   *
   * @param cause request, schedule or view
   * @param status sent, asking, done or failed
   * @param deadline until when a new key is waited for
   */
  record RotationView(
      long id,
      String cause,
      String requestedBy,
      String status,
      String detail,
      String commandUuid,
      Instant requestedAt,
      Instant updatedAt,
      Instant deadline) {
    static RotationView of(KeyRotation rotation) {
      return new RotationView(
          rotation.id().value(),
          rotation.wanted().cause().label(),
          rotation.wanted().requestedBy().name(),
          rotation.stage().label(),
          rotation.detail(),
          rotation.command().value(),
          rotation.requestedAt(),
          rotation.updatedAt(),
          rotation.wanted().deadline());
    }
  }

  /**
   * All keys of a host and how they were replaced, newest first.
   *
   * @param mayView whether who asks may see them in the clear
   */
  record HistoryAnswer(
      long hostId, boolean mayView, List<KeptKey> encryptionKeys, List<RotationView> rotations) {}

  /**
   * A page of all keys.
   *
   * @param nextAfter where the next one begins, empty on the last
   */
  record KeysAnswer(List<KeptKey> encryptionKeys, Optional<Long> nextAfter) {}

  /** A rotation that was begun. */
  record RotationAnswer(long hostId, RotationView rotation) {}
}
