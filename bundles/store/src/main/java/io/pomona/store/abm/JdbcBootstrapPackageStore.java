package io.pomona.store.abm;

import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.BootstrapPackageStore;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.digest.Sha256;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one row of a team, which goes with it. */
@Component
public final class JdbcBootstrapPackageStore implements BootstrapPackageStore {
  private final Transactions transactions;

  @Activate
  public JdbcBootstrapPackageStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<BootstrapPackage> of(Optional<TeamId> team) {
    return found("team_id", TeamRows.number(team));
  }

  @Override
  public Optional<BootstrapPackage> byToken(String token) {
    return found("token_sha256", Sha256.hex(token));
  }

  private Optional<BootstrapPackage> found(String column, Object value) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM abm_bootstrap_package WHERE " + column + " = ?",
                JdbcBootstrapPackageStore::read,
                value));
  }

  private static BootstrapPackage read(Row row) throws SQLException {
    return new BootstrapPackage(
        Optional.of(row.number("team_id")).filter(id -> id > 0).map(TeamId::new),
        row.text("name"),
        new LargeFileId(row.number("file_id")),
        row.number("size_bytes"),
        row.text("sha256"),
        List.of(row.text("chunk_sha256s").split(" ")),
        row.text("token"),
        row.instant("created_at"));
  }

  @Override
  public void put(BootstrapPackage added, List<ActivityDraft> activities) {
    transactions.sql(
        sql -> {
          TeamRows.hold(sql, added.team());
          delete(sql, added.team());
          sql.update(
              "INSERT INTO abm_bootstrap_package (team_id, name, file_id, size_bytes, sha256,"
                  + " chunk_sha256s, token, token_sha256, created_at)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              TeamRows.number(added.team()),
              added.name(),
              added.file().value(),
              added.size(),
              added.sha256(),
              String.join(" ", added.chunkSha256s()),
              added.token(),
              Sha256.hex(added.token()),
              added.createdAt());
          Activities.write(sql, activities, added.createdAt());
          return null;
        });
  }

  private static boolean delete(Sql sql, Optional<TeamId> team) {
    return sql.update("DELETE FROM abm_bootstrap_package WHERE team_id = ?", TeamRows.number(team))
        > 0;
  }

  @Override
  public boolean delete(Optional<TeamId> team, List<ActivityDraft> activities, Instant now) {
    return transactions.sql(
        sql -> {
          boolean deleted = delete(sql, team);
          if (deleted) {
            Activities.write(sql, activities, now);
          }
          return deleted;
        });
  }

  @Override
  public String location(Optional<TeamId> team) {
    return transactions.read(
        sql ->
            sql.first(
                    "SELECT bootstrap_location FROM abm_setup_settings WHERE team_id = ?",
                    row -> row.text("bootstrap_location"),
                    TeamRows.number(team))
                .orElse(""));
  }

  @Override
  public void rememberLocation(Optional<TeamId> team, String location) {
    transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          return sql.update(
              sql.dialect()
                  .upsert(
                      "abm_setup_settings",
                      "team_id",
                      "team_id, bootstrap_location",
                      "VALUES (CAST(? AS BIGINT), CAST(? AS VARCHAR))",
                      "bootstrap_location = s.bootstrap_location"),
              TeamRows.number(team),
              location);
        });
  }

  @Override
  public Map<SetupStepStatus, Long> summary(Optional<TeamId> team) {
    Map<SetupStepStatus, Long> counts = new EnumMap<>(SetupStepStatus.class);
    transactions.read(
        sql ->
            sql.query(
                "SELECT s.bootstrap_status, COUNT(*) AS n FROM abm_setup s"
                    + " JOIN enrollment_host h ON h.id = s.host_id"
                    + " WHERE h.team_id = ? AND h.mdm IN (?, ?) AND s.bootstrap_status <> ?"
                    + " GROUP BY s.bootstrap_status",
                row ->
                    counts.put(
                        SetupStepStatus.valueOf(row.text("bootstrap_status")), row.number("n")),
                TeamRows.number(team),
                MdmStatus.ON_MANUAL,
                MdmStatus.ON_AUTOMATIC,
                SetupStepStatus.NONE));
    return counts;
  }
}
