package io.pomona.store.updates;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgeInstallStore;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Queueing;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: many Macs at once; a change counts only on the version that was read. */
@Component
public final class JdbcNudgeInstallStore implements NudgeInstallStore {
  private final Transactions transactions;
  private final Queueing queueing;

  @Activate
  public JdbcNudgeInstallStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
  }

  @Override
  public Map<HostId, NudgeInstall> of(Collection<HostId> wanted) {
    Map<HostId, NudgeInstall> found = new HashMap<>();
    transactions
        .read(
            sql ->
                sql.query(
                    "SELECT * FROM updates_nudge_install WHERE host_id = ANY(?)",
                    NudgeRows::read,
                    (Object) wanted.stream().map(HostId::value).toArray(Long[]::new)))
        .forEach(install -> found.put(install.host(), install));
    return found;
  }

  @Override
  public Optional<NudgeInstall> byToken(String tokenSha256) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM updates_nudge_install WHERE token_sha256 = ?",
                NudgeRows::read,
                tokenSha256));
  }

  @Override
  public boolean tell(NudgeInstall told, CommandOrder command, Instant now) {
    return transactions.sql(
        sql -> {
          boolean first = replaced(sql, told);
          if (first) {
            queueing.enqueue(sql, List.of(command), now);
          }
          return first;
        },
        Queueing::taken);
  }

  @Override
  public boolean save(NudgeInstall install) {
    return transactions.sql(sql -> replaced(sql, install));
  }

  /** Holds the host, so that of two nodes one is the first. */
  private static boolean replaced(Sql sql, NudgeInstall install) {
    long host = install.host().value();
    Optional<Long> held =
        sql.first(
            "SELECT id FROM enrollment_host WHERE id = ? FOR UPDATE",
            row -> row.number("id"),
            host);
    long present =
        sql.first(
                "SELECT version FROM updates_nudge_install WHERE host_id = ?",
                row -> row.number("version"),
                host)
            .orElse(0L);
    boolean same = held.isPresent() && present == install.version();
    if (same) {
      sql.update("DELETE FROM updates_nudge_install WHERE host_id = ?", host);
      NudgeRows.insert(sql, install);
      install.againAt().ifPresent(at -> NudgeDue.MARKS.mark(sql, new Long[] {host}, at));
    }
    return same;
  }
}
