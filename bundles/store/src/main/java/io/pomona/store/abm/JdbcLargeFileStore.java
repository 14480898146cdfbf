package io.pomona.store.abm;

import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: rows of bytes, one at a time. */
@Component
public final class JdbcLargeFileStore implements LargeFileStore {
  private static final String NO_NUDGE =
      " AND NOT EXISTS (SELECT 1 FROM updates_nudge_package n WHERE n.file_id = f.id)";

  private final Transactions transactions;

  @Activate
  public JdbcLargeFileStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public LargeFileId begin(Instant now) {
    return transactions.sql(
        sql -> {
          long id = sql.number(sql.dialect().nextValue("abm_large_file_seq"));
          sql.update("INSERT INTO abm_large_file (id, begun_at) VALUES (?, ?)", id, now);
          return new LargeFileId(id);
        });
  }

  @Override
  public void append(LargeFileId file, int place, byte[] part) {
    transactions.sql(
        sql ->
            sql.update(
                "INSERT INTO abm_large_file_part (file_id, place, content) VALUES (?, ?, ?)",
                file.value(),
                place,
                part));
  }

  @Override
  public Optional<byte[]> part(LargeFileId file, int place) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT content FROM abm_large_file_part WHERE file_id = ? AND place = ?",
                row -> row.bytes("content"),
                file.value(),
                place));
  }

  /** The parts go with the row, by the foreign key. */
  @Override
  public int forget(Instant begunBefore, Instant enrolledSince, int limit) {
    return transactions.sql(
        sql ->
            sql.update(
                "DELETE FROM abm_large_file WHERE id IN (SELECT f.id FROM abm_large_file f"
                    + " WHERE f.begun_at < ? AND NOT EXISTS (SELECT 1 FROM abm_bootstrap_package p"
                    + " WHERE p.file_id = f.id) AND NOT EXISTS (SELECT 1 FROM abm_setup s"
                    + " WHERE s.download_file = f.id AND (s.bootstrap_status = ?"
                    + " OR s.enrolled_at >= ?))"
                    + NO_NUDGE
                    + " AND NOT EXISTS (SELECT 1 FROM updates_nudge_install i"
                    + " WHERE i.file_id = f.id AND i.expires_at > ?)"
                    + " ORDER BY f.id LIMIT ?)",
                begunBefore,
                SetupStepStatus.PENDING,
                enrolledSince,
                begunBefore,
                limit));
  }

  @Override
  public void delete(LargeFileId file) {
    transactions.sql(
        sql ->
            sql.update(
                "DELETE FROM abm_large_file f WHERE f.id = ? AND NOT EXISTS"
                    + " (SELECT 1 FROM abm_bootstrap_package p WHERE p.file_id = f.id)"
                    + NO_NUDGE,
                file.value()));
  }
}
