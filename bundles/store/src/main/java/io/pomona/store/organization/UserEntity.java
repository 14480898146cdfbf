package io.pomona.store.organization;

import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserChange;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore.Credentials;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An account. */
@Entity(name = "User")
@Table(name = "organization_user")
public class UserEntity {
  @Id private long id;

  private String name;
  private String email;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "global_role")
  private String globalRole;

  @Column(name = "sso_enabled")
  private boolean ssoEnabled;

  @Column(name = "created_at")
  private long createdAt;

  static UserEntity of(long id, NewUser user, Instant now) {
    UserEntity entity = new UserEntity();
    entity.id = id;
    entity.name = Text.storable(user.name());
    entity.email = Text.storable(user.email());
    entity.passwordHash = user.passwordHash();
    entity.globalRole = user.globalRole().map(Role::name).orElse(null);
    entity.ssoEnabled = user.ssoEnabled();
    entity.createdAt = Micros.of(now);
    return entity;
  }

  void take(UserChange wanted) {
    name = Text.storable(wanted.name());
    email = Text.storable(wanted.email());
    globalRole = wanted.globalRole().map(Role::name).orElse(null);
    ssoEnabled = wanted.ssoEnabled();
  }

  void setPasswordHash(String hash) {
    passwordHash = hash;
  }

  /** Only who has no role everywhere has any in teams. */
  User toUser(Sql sql) {
    return toUser(globalRole == null ? TeamRoles.of(sql, id) : Map.of());
  }

  User toUser(Map<TeamId, Role> teamRoles) {
    return new User(
        new UserId(id),
        name,
        email,
        Optional.ofNullable(globalRole).map(Role::valueOf),
        teamRoles,
        ssoEnabled,
        Micros.instant(createdAt));
  }

  long number() {
    return id;
  }

  Credentials toCredentials(Sql sql) {
    return new Credentials(toUser(sql), passwordHash);
  }
}
