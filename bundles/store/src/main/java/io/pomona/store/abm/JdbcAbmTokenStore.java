package io.pomona.store.abm;

import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.NewAbmToken;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Hardening;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: a token is read with its synchronization, and ends with all of its Macs. */
@Component
public final class JdbcAbmTokenStore implements AbmTokenStore {
  private final Transactions transactions;
  private final Hardening hardening;

  @Activate
  public JdbcAbmTokenStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.hardening = persistence.hardening();
  }

  @Override
  public List<AbmToken> list() {
    return transactions.read(sql -> sql.query(AbmRows.TOKENS + " ORDER BY t.id", AbmRows::token));
  }

  @Override
  public Optional<AbmToken> find(AbmTokenId id) {
    return transactions.read(sql -> AbmRows.find(sql, id));
  }

  @Override
  public Optional<byte[]> sealed(AbmTokenId id) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT sealed FROM abm_token WHERE id = ?",
                row -> row.bytes("sealed"),
                id.value()));
  }

  @Override
  public AbmToken add(NewAbmToken token, Instant now, ActivityDraft activity) {
    return hardening.of(
        () -> transactions.sql(sql -> add(sql, token, now, activity), JdbcAbmTokenStore::loaded));
  }

  private static AbmToken add(Sql sql, NewAbmToken token, Instant now, ActivityDraft activity) {
    long id = sql.number(sql.dialect().nextValue("abm_token_seq"));
    sql.update(
        "INSERT INTO abm_token (consumer_key, sealed, expires_at, loaded_at, server_name,"
            + " server_uuid, apple_id, org_name, org_id, page_limit, assign_limit, id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values(token, now, id));
    sql.update(
        "INSERT INTO abm_sync (token_id, full_wanted, due_at, attempts) VALUES (?, TRUE, ?, 0)",
        id,
        now);
    Activities.write(sql, activity, now);
    return AbmRows.required(sql, new AbmTokenId(id));
  }

  private static Object[] values(NewAbmToken token, Instant now, long id) {
    AppleAccount account = token.account();
    return new Object[] {
      token.consumerKey(),
      token.sealed(),
      token.expiresAt(),
      now,
      account.serverName(),
      account.serverUuid(),
      account.adminId(),
      account.organizationName(),
      account.organizationId(),
      account.pageLimit(),
      account.assignLimit(),
      id
    };
  }

  private static MdmException loaded(String constraint) {
    return MdmException.conflict(
        "abm.token_loaded", "A token of this ABM server is loaded already; renew that one.");
  }

  @Override
  public AbmToken renew(AbmTokenId id, NewAbmToken token, Instant now, ActivityDraft activity) {
    return hardening.of(
        () ->
            transactions.sql(
                sql -> renew(sql, id, token, now, activity), JdbcAbmTokenStore::loaded));
  }

  private static AbmToken renew(
      Sql sql, AbmTokenId id, NewAbmToken token, Instant now, ActivityDraft activity) {
    Leases.lock(sql, id);
    boolean same = AbmRows.required(sql, id).consumerKey().equals(token.consumerKey());
    sql.update(
        "UPDATE abm_token SET consumer_key = ?, sealed = ?, expires_at = ?, loaded_at = ?,"
            + " server_name = ?, server_uuid = ?, apple_id = ?, org_name = ?, org_id = ?,"
            + " page_limit = ?, assign_limit = ? WHERE id = ?",
        values(token, now, id.value()));
    // Whoever is at it with the old one fails as if the lease were over.
    sql.update(
        "UPDATE abm_sync SET due_at = ?, attempts = 0, trouble = NULL, trouble_word = NULL,"
            + " trouble_since = NULL, lease_holder = NULL, leased_until = 0,"
            + " sealed_session = NULL WHERE token_id = ?",
        now,
        id.value());
    if (!same) {
      sql.update(
          "UPDATE abm_sync SET sync_cursor = NULL, fetch_started_at = NULL, fetch_cursor = NULL,"
              + " full_at = NULL, full_wanted = TRUE, server_changed = TRUE WHERE token_id = ?",
          id.value());
      sql.update("DELETE FROM abm_definition WHERE token_id = ?", id.value());
    }
    Activities.write(sql, activity, now);
    return AbmRows.required(sql, id);
  }

  @Override
  public void defaultTeam(
      AbmTokenId id, Optional<TeamId> team, Instant now, List<ActivityDraft> activities) {
    transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          int found =
              sql.update(
                  "UPDATE abm_token SET default_team_id = ? WHERE id = ?",
                  TeamRows.number(team),
                  id.value());
          if (found == 0) {
            throw AbmRows.noToken();
          }
          Activities.write(sql, activities, now);
          return null;
        });
  }

  @Override
  public void describe(AbmTokenId id, String holder, AppleAccount account) {
    transactions.sql(
        sql -> {
          Leases.lock(sql, id, holder);
          return sql.update(
              "UPDATE abm_token SET server_name = ?, server_uuid = ?, apple_id = ?,"
                  + " org_name = ?, org_id = ?, page_limit = ?, assign_limit = ? WHERE id = ?",
              account.serverName(),
              account.serverUuid(),
              account.adminId(),
              account.organizationName(),
              account.organizationId(),
              account.pageLimit(),
              account.assignLimit(),
              id.value());
        });
  }

  @Override
  public void delete(AbmTokenId id, Instant now, ActivityDraft activity) {
    transactions.sql(
        sql -> {
          Leases.lock(sql, id);
          AssignedHosts.releaseAll(sql, id);
          sql.update("DELETE FROM abm_token WHERE id = ?", id.value());
          Activities.write(sql, activity, now);
          return null;
        });
  }
}
