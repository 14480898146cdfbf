package io.pomona.store.enrollment;

import io.pomona.store.sql.Micros;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** A bootstrap token, sealed. */
@Entity(name = "BootstrapToken")
@Table(name = "enrollment_bootstrap_token")
public class BootstrapTokenEntity {
  @Id private String device;
  @Lob private byte[] sealed;

  @Column(name = "updated_at")
  private long updatedAt;

  static BootstrapTokenEntity of(String device) {
    BootstrapTokenEntity entity = new BootstrapTokenEntity();
    entity.device = device;
    return entity;
  }

  void take(byte[] token, Instant now) {
    sealed = token;
    updatedAt = Micros.of(now);
  }

  byte[] sealed() {
    return sealed;
  }
}
