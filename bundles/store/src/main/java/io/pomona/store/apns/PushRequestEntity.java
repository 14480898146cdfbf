package io.pomona.store.apns;

import io.pomona.api.apns.PushRequestId;
import io.pomona.api.apns.PushRequestStore.NewPushRequest;
import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Work;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A request for a push certificate with its keys, sealed. */
@Entity(name = "PushRequest")
@Table(name = "apns_request")
public class PushRequestEntity {
  @Id private long id;

  private String email;

  private String organization;

  @Lob private byte[] request;

  @Lob
  @Column(name = "sealed_key")
  private byte[] sealedKey;

  @Lob
  @Column(name = "sealed_encryption_key")
  private byte[] sealedEncryptionKey;

  @Lob
  @Column(name = "encryption_certificate")
  private byte[] encryptionCertificate;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "sent_at")
  private Long sentAt;

  @Lob private byte[] signed;

  static PushRequestEntity of(long id, NewPushRequest request) {
    PushRequestEntity entity = new PushRequestEntity();
    entity.id = id;
    entity.email = request.email();
    entity.organization = request.organization();
    entity.request = request.request();
    entity.sealedKey = request.sealedKey();
    entity.sealedEncryptionKey = request.sealedEncryptionKey();
    entity.encryptionCertificate = request.encryptionCertificate();
    entity.createdAt = Micros.of(request.createdAt());
    entity.createdBy = request.createdBy();
    return entity;
  }

  static void deleteUpTo(Work work, PushRequestId last) {
    work.entities()
        .createQuery("SELECT r FROM PushRequest r WHERE r.id <= :last", PushRequestEntity.class)
        .setParameter("last", last.value())
        .getResultList()
        .forEach(work.entities()::remove);
  }

  void sent(Instant now) {
    sentAt = Micros.of(now);
  }

  void signed(byte[] file) {
    signed = file;
  }

  PushRequest toRequest() {
    return new PushRequest(
        new PushRequestId(id),
        new NewPushRequest(
            email,
            organization,
            request,
            sealedKey,
            sealedEncryptionKey,
            encryptionCertificate,
            Micros.instant(createdAt),
            createdBy),
        Optional.ofNullable(sentAt).map(Micros::instant),
        Optional.ofNullable(signed));
  }
}
