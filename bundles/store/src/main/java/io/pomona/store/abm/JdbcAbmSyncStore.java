package io.pomona.store.abm;

import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmSyncStore;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leases of tokens, one row each. */
@Component
public final class JdbcAbmSyncStore implements AbmSyncStore {
  private final Transactions transactions;

  @Activate
  public JdbcAbmSyncStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<AbmToken> lease(String holder, Duration time, Instant now) {
    return transactions.sql(
        sql ->
            sql.first(
                    "SELECT token_id FROM abm_sync WHERE due_at <= ? AND leased_until <= ?"
                        + " ORDER BY due_at, token_id LIMIT 1 FOR UPDATE SKIP LOCKED",
                    row -> new AbmTokenId(row.number("token_id")),
                    now,
                    now)
                .map(token -> leased(sql, token, holder, now.plus(time))));
  }

  private static AbmToken leased(Sql sql, AbmTokenId token, String holder, Instant until) {
    sql.update(
        "UPDATE abm_sync SET lease_holder = ?, leased_until = ?, woken = FALSE WHERE token_id = ?",
        holder,
        until,
        token.value());
    return AbmRows.required(sql, token);
  }

  @Override
  public void hold(AbmTokenId token, String holder, Duration time, Instant now) {
    transactions.sql(
        sql -> {
          Leases.require(
              sql.update(
                  "UPDATE abm_sync SET leased_until = ? WHERE token_id = ? AND lease_holder = ?",
                  now.plus(time),
                  token.value(),
                  holder));
          return null;
        });
  }

  @Override
  public void succeeded(AbmTokenId token, String holder, Instant dueAt, Instant now) {
    transactions.sql(
        sql -> {
          end(sql, token, holder, dueAt);
          sql.update(
              "UPDATE abm_sync SET synced_at = ?, attempts = 0, trouble = NULL,"
                  + " trouble_word = NULL, trouble_since = NULL WHERE token_id = ?",
              now,
              token.value());
          return null;
        });
  }

  /** Frees the token; who wanted a run meanwhile gets it. */
  private static void end(Sql sql, AbmTokenId token, String holder, Instant dueAt) {
    Leases.require(
        sql.update(
            "UPDATE abm_sync SET due_at = CASE WHEN woken THEN due_at ELSE ? END,"
                + " lease_holder = NULL, leased_until = 0 WHERE token_id = ? AND lease_holder = ?",
            dueAt,
            token.value(),
            holder));
  }

  @Override
  public void failed(
      AbmTokenId token, String holder, AbmProgress progress, Failure failure, Instant now) {
    transactions.sql(
        sql -> {
          Leases.advance(sql, token, holder, Duration.ZERO, progress, now);
          sql.update(
              "UPDATE abm_sync SET attempts = attempts + 1, due_at = ?, leased_until = 0,"
                  + " lease_holder = NULL,"
                  + " trouble_since = CASE WHEN trouble = ? THEN trouble_since ELSE ? END,"
                  + " trouble = ?, trouble_word = ? WHERE token_id = ?",
              failure.dueAt(),
              failure.kind(),
              now,
              failure.kind(),
              failure.word(),
              token.value());
          return null;
        });
  }

  @Override
  public void wake(AbmTokenId token, boolean full, Instant now, List<ActivityDraft> activities) {
    transactions.sql(
        sql -> {
          int found =
              sql.update(
                  "UPDATE abm_sync SET due_at = ?, woken = TRUE,"
                      + " full_wanted = full_wanted OR CAST(? AS BOOLEAN) WHERE token_id = ?",
                  now,
                  full,
                  token.value());
          if (found == 0) {
            throw AbmRows.noToken();
          }
          Activities.write(sql, activities, now);
          return null;
        });
  }

  @Override
  public Optional<byte[]> session(AbmTokenId token) {
    return transactions.read(
        sql ->
            sql.first(
                    "SELECT sealed_session FROM abm_sync WHERE token_id = ?",
                    row -> row.optionalBytes("sealed_session"),
                    token.value())
                .flatMap(found -> found));
  }

  @Override
  public void session(AbmTokenId token, byte[] signing, Optional<byte[]> sealed) {
    transactions.sql(
        sql -> {
          // Locked before it is compared, so that a renewal comes before both or after.
          int found =
              sql.query(
                      "SELECT token_id FROM abm_sync WHERE token_id = ? FOR UPDATE",
                      row -> row.number("token_id"),
                      token.value())
                  .size();
          if (found > 0 && Arrays.equals(signing, signing(sql, token))) {
            sql.update(
                "UPDATE abm_sync SET sealed_session = ? WHERE token_id = ?", sealed, token.value());
          }
          return null;
        });
  }

  private static byte[] signing(Sql sql, AbmTokenId token) {
    return sql.first(
            "SELECT sealed FROM abm_token WHERE id = ?", row -> row.bytes("sealed"), token.value())
        .orElseThrow(AbmRows::noToken);
  }
}
