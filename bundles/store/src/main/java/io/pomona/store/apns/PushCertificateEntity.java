package io.pomona.store.apns;

import io.pomona.api.apns.PushCertificateStore.PairNote;
import io.pomona.api.apns.PushCertificateStore.StoredPair;
import io.pomona.store.sql.ByteLists;
import io.pomona.store.sql.Micros;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A push pair, sealed. Earlier ones are kept. */
@Entity(name = "PushCertificate")
@Table(name = "apns_certificate")
public class PushCertificateEntity {
  @Id private long id;

  private String topic;

  @Lob
  @Column(name = "sealed_key")
  private byte[] sealedKey;

  @Lob private byte[] chain;

  @Column(name = "saved_at")
  private long savedAt;

  @Column(name = "apple_id")
  private String appleId;

  @Column(name = "saved_by")
  private String savedBy;

  @Column(name = "ended_at")
  private Long endedAt;

  @Column(name = "successor_of")
  private Long successorOf;

  static PushCertificateEntity of(
      long id, StoredPair pair, Optional<PushCertificateEntity> before) {
    PushCertificateEntity entity = new PushCertificateEntity();
    entity.id = id;
    entity.successorOf = before.map(last -> last.id).orElse(0L);
    entity.topic = pair.topic();
    entity.sealedKey = pair.sealedKey();
    entity.chain = ByteLists.join(pair.chain());
    entity.savedAt = Micros.of(pair.savedAt());
    entity.savedBy = pair.note().savedBy();
    entity.note(pair.note().appleId());
    return entity;
  }

  String topic() {
    return topic;
  }

  boolean isOn() {
    return endedAt == null;
  }

  void note(Optional<String> appleId) {
    this.appleId = appleId.orElse(null);
  }

  void end(Instant now) {
    endedAt = Micros.of(now);
  }

  StoredPair toPair() {
    return new StoredPair(
        topic,
        sealedKey,
        ByteLists.split(chain),
        Micros.instant(savedAt),
        new PairNote(Optional.ofNullable(appleId), savedBy == null ? "" : savedBy));
  }
}
