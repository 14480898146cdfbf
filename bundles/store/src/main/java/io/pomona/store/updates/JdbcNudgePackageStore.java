package io.pomona.store.updates;

import io.pomona.api.abm.LargeFileId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.updates.NudgePackage;
import io.pomona.api.updates.NudgePackageStore;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one row at most. */
@Component
public final class JdbcNudgePackageStore implements NudgePackageStore {
  private final Transactions transactions;

  @Activate
  public JdbcNudgePackageStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<NudgePackage> find() {
    return transactions.read(
        sql -> sql.first("SELECT * FROM updates_nudge_package", JdbcNudgePackageStore::read));
  }

  private static NudgePackage read(Row row) throws SQLException {
    return new NudgePackage(
        row.text("name"),
        new LargeFileId(row.number("file_id")),
        row.number("size_bytes"),
        row.text("sha256"),
        List.of(row.text("chunk_sha256s").split(" ")),
        row.instant("created_at"));
  }

  @Override
  public void put(NudgePackage added, List<ActivityDraft> activities) {
    transactions.sql(
        sql -> {
          delete(sql);
          sql.update(
              "INSERT INTO updates_nudge_package"
                  + " (id, name, file_id, size_bytes, sha256, chunk_sha256s, created_at)"
                  + " VALUES (1, ?, ?, ?, ?, ?, ?)",
              added.name(),
              added.file().value(),
              added.size(),
              added.sha256(),
              String.join(" ", added.chunkSha256s()),
              added.createdAt());
          NudgeDue.MARKS.markAll(sql, added.createdAt());
          Activities.write(sql, activities, added.createdAt());
          return null;
        });
  }

  private static boolean delete(Sql sql) {
    return sql.update("DELETE FROM updates_nudge_package") > 0;
  }

  @Override
  public boolean delete(List<ActivityDraft> activities, Instant now) {
    return transactions.sql(
        sql -> {
          boolean deleted = delete(sql);
          if (deleted) {
            Activities.write(sql, activities, now);
          }
          return deleted;
        });
  }
}
