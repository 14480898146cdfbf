package io.pomona.store.abm;

import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AssignmentStore;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.AssignmentResult;
import io.pomona.store.Persistence;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: a statement for each way in which many Macs fared. */
@Component
public final class JdbcAssignmentStore implements AssignmentStore {
  private final Transactions transactions;

  @Activate
  public JdbcAssignmentStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public void want(Map<Optional<TeamId>, String> hashes) {
    Map<Long, String> wanted = new HashMap<>();
    hashes.forEach((team, hash) -> wanted.put(TeamRows.number(team), hash));
    transactions.sql(
        sql -> {
          if (!present(sql).equals(wanted)) {
            sql.update("DELETE FROM abm_wanted");
            sql.batch(
                "INSERT INTO abm_wanted (team_id, content_sha256) VALUES (?, ?)",
                wanted.entrySet().stream()
                    .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                    .toList());
          }
          return null;
        });
  }

  private static Map<Long, String> present(Sql sql) {
    Map<Long, String> present = new HashMap<>();
    sql.query(
        "SELECT * FROM abm_wanted",
        row -> present.put(row.number("team_id"), row.text("content_sha256")));
    return present;
  }

  @Override
  public void purge(Instant now) {
    transactions.sql(
        sql -> {
          sql.update(
              "DELETE FROM abm_definition WHERE NOT EXISTS (SELECT 1 FROM abm_wanted w"
                  + " WHERE w.content_sha256 = abm_definition.content_sha256)");
          return sql.update(
              "DELETE FROM abm_assignment WHERE again_at <= ? AND NOT EXISTS (SELECT 1"
                  + " FROM abm_device d WHERE d.serial_number = abm_assignment.serial_number)",
              now);
        });
  }

  @Override
  public List<AbmTokenId> due(Instant now) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT DISTINCT d.token_id" + AssignmentRows.DUE + " ORDER BY d.token_id",
                row -> new AbmTokenId(row.number("token_id")),
                now,
                now));
  }

  @Override
  public boolean lease(AbmTokenId token, String holder, Instant until, Instant now) {
    return transactions.sql(
        sql -> {
          sql.update(
              sql.dialect()
                  .upsert(
                      "abm_assigning",
                      "token_id",
                      "token_id, holder, leased_until, again_at",
                      "SELECT id, '', 0, 0 FROM abm_token WHERE id = ?",
                      ""),
              token.value());
          return sql.update(
                  "UPDATE abm_assigning SET holder = ?, leased_until = ? WHERE token_id = ?"
                      + " AND again_at <= ? AND (leased_until <= ? OR holder = ?)",
                  holder,
                  until,
                  token.value(),
                  now,
                  now,
                  holder)
              == 1;
        });
  }

  @Override
  public void release(AbmTokenId token, String holder, Instant againAt) {
    transactions.sql(
        sql ->
            sql.update(
                "UPDATE abm_assigning SET leased_until = 0, again_at = ?"
                    + " WHERE token_id = ? AND holder = ?",
                againAt,
                token.value(),
                holder));
  }

  @Override
  public List<Wanted> wanted(AbmTokenId token, Instant now, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT d.serial_number, w.content_sha256, f.profile_uuid"
                    + AssignmentRows.DUE
                    + " AND d.token_id = ? ORDER BY d.assigned_at DESC, d.serial_number LIMIT ?",
                row ->
                    new Wanted(
                        row.text("serial_number"),
                        row.text("content_sha256"),
                        row.optionalText("profile_uuid").filter(uuid -> !uuid.isEmpty())),
                now,
                now,
                token.value(),
                limit));
  }

  @Override
  public void defined(AbmTokenId token, String hash, Optional<String> profileUuid) {
    define(token, hash, profileUuid.orElse(""), "", Instant.EPOCH);
  }

  @Override
  public void refused(AbmTokenId token, String hash, String detail, Instant againAt) {
    define(token, hash, "", detail, againAt);
  }

  private void define(AbmTokenId token, String hash, String uuid, String refusal, Instant againAt) {
    transactions.sql(
        sql ->
            sql.update(
                sql.dialect()
                    .upsert(
                        "abm_definition",
                        "token_id, content_sha256",
                        "token_id, content_sha256, profile_uuid, refusal, again_at",
                        "SELECT id, CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
                            + " CAST(? AS BIGINT) FROM abm_token WHERE id = ?",
                        "profile_uuid = s.profile_uuid, refusal = s.refusal,"
                            + " again_at = s.again_at"),
                hash,
                uuid,
                refusal,
                againAt,
                token.value()));
  }

  @Override
  public void record(AbmTokenId token, List<Outcome> outcomes, Instant now) {
    transactions.sql(
        sql -> {
          outcomes.forEach(outcome -> record(sql, token, outcome, now));
          return null;
        });
  }

  private static void record(Sql sql, AbmTokenId token, Outcome outcome, Instant now) {
    String[] serials = outcome.serialNumbers().stream().sorted().toArray(String[]::new);
    boolean well = outcome.result() == AssignmentResult.SUCCESS;
    if (well) {
      sql.update(
          "UPDATE abm_device SET profile_uuid = ?, profile_status = 'assigned'"
              + " WHERE token_id = ? AND serial_number = ANY(?)",
          outcome.profileUuid(),
          token.value(),
          serials);
    }
    sql.update(
        sql.dialect()
            .upsert(
                "abm_assignment",
                "serial_number",
                "serial_number, profile_uuid, result, detail, attempts, tried_at, again_at, asked",
                "SELECT d.serial_number, CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
                    + " CAST(? AS VARCHAR), CAST(? AS INT), CAST(? AS BIGINT), CAST(? AS BIGINT),"
                    + " FALSE FROM abm_device d WHERE d.serial_number = ANY(?)"
                    + " ORDER BY d.serial_number",
                "profile_uuid = s.profile_uuid, result = s.result, detail = s.detail,"
                    + " attempts = CASE WHEN s.attempts = 0 THEN 0 ELSE t.attempts + 1 END,"
                    + " tried_at = s.tried_at, again_at = s.again_at, asked = FALSE"),
        outcome.profileUuid(),
        outcome.result(),
        outcome.detail(),
        well ? 0 : 1,
        now,
        outcome.againAt(),
        serials);
  }
}
