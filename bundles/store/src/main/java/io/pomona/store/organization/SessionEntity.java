package io.pomona.store.organization;

import io.pomona.api.organization.UserId;
import io.pomona.store.sql.Micros;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A bearer token, known by its hash. */
@Entity(name = "Session")
@Table(name = "organization_session")
public class SessionEntity {
  @Id
  @Column(name = "token_sha256")
  private String tokenSha256;

  @Column(name = "user_id")
  private long userId;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "expires_at")
  private long expiresAt;

  static SessionEntity of(UserId user, String tokenSha256, Instant now, Instant expires) {
    SessionEntity entity = new SessionEntity();
    entity.tokenSha256 = tokenSha256;
    entity.userId = user.value();
    entity.createdAt = Micros.of(now);
    entity.expiresAt = Micros.of(expires);
    return entity;
  }
}
