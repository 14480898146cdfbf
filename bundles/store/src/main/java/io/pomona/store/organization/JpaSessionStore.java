package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.SessionStore;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Micros;
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
  public void create(
      UserId user, String tokenSha256, Instant now, Instant expires, ActivityDraft activity) {
    transactions.in(
        work -> {
          if (work.find(UserEntity.class, user.value()).isEmpty()) {
            throw MdmException.notFound("organization.user_not_found", "There is no such account.");
          }
          work.entities().persist(SessionEntity.of(user, tokenSha256, now, expires));
          Activities.write(work.sql(), activity, now);
          return null;
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
  public void deleteAll(UserId user) {
    transactions.sql(
        sql -> sql.update("DELETE FROM organization_session WHERE user_id = ?", user.value()));
  }

  @Override
  public int purge(Instant now) {
    return transactions.sql(
        sql -> sql.update("DELETE FROM organization_session WHERE expires_at <= ?", now));
  }
}
