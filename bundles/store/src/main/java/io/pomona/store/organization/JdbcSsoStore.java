package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.SsoIdentity;
import io.pomona.api.organization.SsoStore;
import io.pomona.api.organization.SsoTicket;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: rows that are taken once, by deleting them. */
@Component
public final class JdbcSsoStore implements SsoStore {
  private final Transactions transactions;

  @Activate
  public JdbcSsoStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public void save(SsoTicket ticket) {
    transactions.sql(
        sql ->
            sql.update(
                "INSERT INTO organization_sso_ticket (ticket_sha256, holder_sha256, user_id,"
                    + " target, verifier_sha256, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                ticket.sha256(),
                ticket.holderSha256(),
                ticket.user().map(UserId::value),
                Text.storable(ticket.target()),
                ticket.verifierSha256(),
                ticket.expires()));
  }

  /** Of two who read it one deletes it. */
  @Override
  public Optional<SsoTicket> take(String sha256, String holderSha256, Instant now) {
    return transactions.sql(
        sql ->
            sql.first(
                    "SELECT * FROM organization_sso_ticket"
                        + " WHERE ticket_sha256 = ? AND holder_sha256 = ? AND expires_at > ?",
                    JdbcSsoStore::ticket,
                    sha256,
                    holderSha256,
                    now)
                .filter(
                    ticket ->
                        sql.update(
                                "DELETE FROM organization_sso_ticket WHERE ticket_sha256 = ?",
                                sha256)
                            == 1));
  }

  private static SsoTicket ticket(Row row) throws SQLException {
    return new SsoTicket(
        row.text("ticket_sha256"),
        row.text("holder_sha256"),
        row.optionalNumber("user_id").map(UserId::new),
        row.text("target"),
        row.text("verifier_sha256"),
        row.instant("expires_at"));
  }

  @Override
  public int purge(Instant now) {
    return transactions.sql(
        sql -> sql.update("DELETE FROM organization_sso_ticket WHERE expires_at <= ?", now));
  }

  @Override
  public void bind(UserId user, SsoIdentity identity, Instant now) {
    transactions.sql(
        sql -> {
          requireEnabled(sql, user);
          Optional<SsoIdentity> bound = bound(sql, user);
          if (bound.isEmpty()) {
            insert(sql, user, identity, now);
          } else if (!bound.get().equals(identity)) {
            throw MdmException.forbidden(
                "organization.sso_other_subject",
                "This account belongs to somebody else at the provider. Ask an admin.");
          }
          return null;
        },
        JdbcSsoStore::taken);
  }

  /** Holds the account, so that SSO is not ended for it meanwhile. */
  private static void requireEnabled(Sql sql, UserId user) {
    boolean enabled =
        sql.first(
                "SELECT sso_enabled FROM organization_user WHERE id = ? FOR UPDATE",
                row -> row.flag("sso_enabled"),
                user.value())
            .orElseThrow(
                () ->
                    MdmException.notFound(
                        "organization.user_not_found", "There is no such account."));
    if (!enabled) {
      throw MdmException.forbidden(
          "organization.sso_not_enabled",
          "SSO is not enabled for your account. Ask an admin, or log in with your password.");
    }
  }

  private static Optional<SsoIdentity> bound(Sql sql, UserId user) {
    return sql.first(
        "SELECT issuer, subject FROM organization_sso_subject WHERE user_id = ?",
        row -> new SsoIdentity(row.text("issuer"), row.text("subject")),
        user.value());
  }

  private static void insert(Sql sql, UserId user, SsoIdentity identity, Instant now) {
    sql.update(
        "INSERT INTO organization_sso_subject (user_id, issuer, subject, created_at)"
            + " VALUES (?, ?, ?, ?)",
        user.value(),
        Text.storable(identity.issuer()),
        Text.storable(identity.subject()),
        now);
  }

  private static MdmException taken(String constraint) {
    return constraint.toLowerCase(Locale.ROOT).contains("organization_user_email")
        ? JpaUserStore.emailTaken(constraint)
        : MdmException.conflict(
            "organization.sso_subject_taken",
            "The provider knows you by another e-mail address here. Ask an admin to change the"
                + " e-mail address of your account.");
  }

  @Override
  public void open(
      UserId user, String tokenSha256, Instant now, Instant expires, ActivityDraft activity) {
    transactions.sql(
        sql -> {
          requireEnabled(sql, user);
          sql.update(
              "INSERT INTO organization_session (token_sha256, user_id, created_at, expires_at)"
                  + " VALUES (?, ?, ?, ?)",
              tokenSha256,
              user.value(),
              now,
              expires);
          Activities.write(sql, activity, now);
          return null;
        });
  }

  @Override
  public User create(
      NewUser user,
      SsoIdentity identity,
      Instant now,
      Function<User, List<ActivityDraft>> activities) {
    return transactions.in(
        work -> {
          User made = JpaUserStore.persist(work, user, now, activities);
          insert(work.sql(), made.id(), identity, now);
          return made;
        },
        JdbcSsoStore::taken);
  }
}
