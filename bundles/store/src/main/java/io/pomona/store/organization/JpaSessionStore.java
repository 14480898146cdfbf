package io.pomona.store.organization;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.SessionStore;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore.Credentials;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bearer tokens by their hash. */
@Component
public final class JpaSessionStore implements SessionStore {
  private final Transactions transactions;

  @Activate
  public JpaSessionStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public boolean create(
      Credentials verified,
      String tokenSha256,
      Instant now,
      Instant expires,
      ActivityDraft activity) {
    return transactions.in(
        work -> {
          UserId user = verified.user().id();
          Sql sql = work.unflushed();
          // Who replaces it ends this session with the others.
          boolean same = PasswordRows.hold(sql, verified, sql.dialect().share());
          if (same) {
            work.entities().persist(SessionEntity.of(user, tokenSha256, now, expires));
            Activities.write(work.sql(), activity, now);
          }
          return same;
        });
  }

  @Override
  public Optional<User> find(String tokenSha256, Instant now) {
    return transactions.in(
        work ->
            work
                .entities()
                .createQuery(
                    "SELECT u FROM User u, Session s WHERE s.tokenSha256 = :token"
                        + " AND s.expiresAt > :now AND u.id = s.userId",
                    UserEntity.class)
                .setParameter("token", tokenSha256)
                .setParameter("now", Micros.of(now))
                .getResultList()
                .stream()
                .map(user -> user.toUser(work.unflushed()))
                .findFirst());
  }

  @Override
  public void delete(String tokenSha256) {
    transactions.sql(
        sql -> sql.update("DELETE FROM organization_session WHERE token_sha256 = ?", tokenSha256));
  }

  @Override
  public int purge(Instant now) {
    return transactions.sql(
        sql -> sql.update("DELETE FROM organization_session WHERE expires_at <= ?", now));
  }
}
