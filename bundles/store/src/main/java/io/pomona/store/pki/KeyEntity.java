package io.pomona.store.pki;

import io.pomona.api.pki.KeyMaterial;
import io.pomona.store.sql.ByteLists;
import io.pomona.store.sql.Micros;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** A key of the server, sealed. */
@Entity(name = "Key")
@Table(name = "pki_key")
public class KeyEntity {
  @Id private String id;
  private String purpose;

  @Lob
  @Column(name = "sealed_key")
  private byte[] sealedKey;

  @Lob private byte[] chain;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "not_after")
  private long notAfter;

  @Column(name = "active_for")
  private String activeFor;

  /** As the active key of its purpose. */
  static KeyEntity active(KeyMaterial material) {
    KeyEntity entity = new KeyEntity();
    entity.id = material.id();
    entity.purpose = material.purpose();
    entity.sealedKey = material.sealedKey();
    entity.chain = ByteLists.join(material.chain());
    entity.createdAt = Micros.of(material.createdAt());
    entity.notAfter = Micros.of(material.notAfter());
    entity.activeFor = material.purpose();
    return entity;
  }

  boolean isActive() {
    return activeFor != null;
  }

  void rest() {
    activeFor = null;
  }

  KeyMaterial toMaterial() {
    return new KeyMaterial(
        id,
        purpose,
        sealedKey,
        ByteLists.split(chain),
        Micros.instant(createdAt),
        Micros.instant(notAfter),
        isActive());
  }
}
