package io.pomona.store.abm;

import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmProgress.Fetch;
import io.pomona.api.abm.AbmSyncState;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads tokens, with how their synchronization goes, and Macs. */
final class AbmRows {
  static final String TOKENS =
      "SELECT t.id, t.consumer_key, t.server_name, t.server_uuid, t.apple_id, t.org_name,"
          + " t.org_id, t.page_limit, t.assign_limit, t.default_team_id, t.expires_at,"
          + " t.loaded_at, s.sync_cursor, s.fetch_started_at, s.fetch_cursor, s.full_at,"
          + " s.full_wanted, s.synced_at, s.due_at, s.attempts, s.trouble, s.trouble_word,"
          + " s.trouble_since FROM abm_token t JOIN abm_sync s ON s.token_id = t.id";

  static final String DEVICES =
      "SELECT d.serial_number, d.token_id, d.host_id, d.model, d.description, d.color,"
          + " d.profile_uuid, d.assigned_at FROM abm_device d";

  private AbmRows() {}

  static Optional<AbmToken> find(Sql sql, AbmTokenId id) {
    return sql.first(TOKENS + " WHERE t.id = ?", AbmRows::token, id.value());
  }

  static AbmToken required(Sql sql, AbmTokenId id) {
    return find(sql, id).orElseThrow(AbmRows::noToken);
  }

  static MdmException noToken() {
    return MdmException.notFound(
        "abm.no_token", "There is no such token of Apple Business Manager; list the tokens.");
  }

  static AbmToken token(Row row) throws SQLException {
    return new AbmToken(
        new AbmTokenId(row.number("id")),
        row.text("consumer_key"),
        account(row),
        Optional.of(row.number("default_team_id")).filter(id -> id != 0).map(TeamId::new),
        row.instant("expires_at"),
        row.instant("loaded_at"),
        new AbmSyncState(
            progress(row),
            row.optionalInstant("synced_at"),
            row.instant("due_at"),
            (int) row.number("attempts"),
            row.flag("full_wanted"),
            trouble(row)));
  }

  private static AppleAccount account(Row row) throws SQLException {
    return new AppleAccount(
        row.text("server_name"),
        row.text("server_uuid"),
        row.text("apple_id"),
        row.text("org_name"),
        row.text("org_id"),
        (int) row.number("page_limit"),
        (int) row.number("assign_limit"));
  }

  private static AbmProgress progress(Row row) throws SQLException {
    Optional<String> next = row.optionalText("fetch_cursor");
    return new AbmProgress(
        row.optionalText("sync_cursor"),
        row.optionalInstant("fetch_started_at").map(began -> new Fetch(began, next)),
        row.optionalInstant("full_at"));
  }

  private static Optional<AbmTrouble> trouble(Row row) throws SQLException {
    Optional<String> kind = row.optionalText("trouble");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AbmTrouble(
            AbmTrouble.Kind.valueOf(kind.get()),
            row.text("trouble_word"),
            row.instant("trouble_since")));
  }

  static AbmDevice device(Row row) throws SQLException {
    return new AbmDevice(
        row.text("serial_number"),
        new AbmTokenId(row.number("token_id")),
        new HostId(row.number("host_id")),
        row.text("model"),
        row.text("description"),
        row.text("color"),
        row.optionalText("profile_uuid").filter(text -> !text.isEmpty()),
        row.optionalInstant("assigned_at").filter(at -> at.isAfter(Instant.EPOCH)));
  }
}
