package io.pomona.store.abm;

import io.pomona.api.abm.SetupAssistant;
import io.pomona.api.abm.SetupAssistantStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one row of a team, which goes with it. */
@Component
public final class JdbcSetupAssistantStore implements SetupAssistantStore {
  private final Transactions transactions;

  @Activate
  public JdbcSetupAssistantStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<SetupAssistant> find(Optional<TeamId> team) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM abm_setup_assistant WHERE team_id = ?",
                JdbcSetupAssistantStore::read,
                TeamRows.number(team)));
  }

  private static SetupAssistant read(Row row) throws SQLException {
    return new SetupAssistant(row.text("name"), row.text("profile"), row.instant("uploaded_at"));
  }

  @Override
  public Map<Optional<TeamId>, SetupAssistant> all() {
    Map<Optional<TeamId>, SetupAssistant> all = new HashMap<>();
    transactions.read(
        sql ->
            sql.query(
                "SELECT * FROM abm_setup_assistant",
                row -> all.put(AssignmentRows.team(row), read(row))));
    return all;
  }

  @Override
  public void put(Optional<TeamId> team, SetupAssistant assistant, ActivityDraft activity) {
    transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          sql.update(
              sql.dialect()
                  .upsert(
                      "abm_setup_assistant",
                      "team_id",
                      "team_id, name, profile, uploaded_at",
                      "SELECT CAST(? AS BIGINT), CAST(? AS VARCHAR), CAST(? AS VARCHAR),"
                          + " CAST(? AS BIGINT)",
                      "name = s.name, profile = s.profile, uploaded_at = s.uploaded_at"),
              TeamRows.number(team),
              assistant.name(),
              assistant.profile(),
              assistant.uploadedAt());
          Activities.write(sql, activity, assistant.uploadedAt());
          return null;
        });
  }

  @Override
  public boolean delete(Optional<TeamId> team, Instant now, ActivityDraft activity) {
    return transactions.sql(
        sql -> {
          long number = TeamRows.number(team);
          sql.update("DELETE FROM abm_setup_path WHERE team_id = ?", number);
          boolean was = sql.update("DELETE FROM abm_setup_assistant WHERE team_id = ?", number) > 0;
          if (was) {
            Activities.write(sql, activity, now);
          }
          return was;
        });
  }

  @Override
  public String path(Optional<TeamId> team) {
    return transactions.read(sql -> path(sql, TeamRows.number(team)));
  }

  private static String path(Sql sql, long team) {
    return sql.first(
            "SELECT path FROM abm_setup_path WHERE team_id = ?", row -> row.text("path"), team)
        .orElse("");
  }

  @Override
  public void rememberPath(Optional<TeamId> team, String path) {
    transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          sql.update("DELETE FROM abm_setup_path WHERE team_id = ?", TeamRows.number(team));
          if (!path.isEmpty()) {
            sql.update(
                "INSERT INTO abm_setup_path (team_id, path) VALUES (?, ?)",
                TeamRows.number(team),
                path);
          }
          return null;
        });
  }
}
