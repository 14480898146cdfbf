package io.pomona.store.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLock.Kind;
import io.pomona.api.escrow.HostLock.Stage;
import io.pomona.api.escrow.HostLockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Queueing;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: a lock is queued in the transaction that keeps its PIN. */
@Component
public final class JdbcHostLockStore implements HostLockStore {
  private static final String TABLE = "escrow_lock";
  private static final String NOW =
      "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000000 AS BIGINT)";

  private final Transactions transactions;
  private final Queueing queueing;

  @Activate
  public JdbcHostLockStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
  }

  @Override
  public Optional<HostLock> begin(
      HostLock lock,
      byte[] sealedPin,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now) {
    return transactions.sql(
        sql -> {
          SealedRows.hold(sql, lock.host());
          Optional<HostLock> before = inTheWay(sql, lock.host());
          if (before.isEmpty()) {
            insert(sql, lock, SealedRows.device(command), sealedPin);
            SealedRows.order(sql, queueing, command, activity, within, now);
          }
          return before;
        },
        Queueing::taken);
  }

  private static Optional<HostLock> inTheWay(Sql sql, HostId host) {
    return sql.first(
        "SELECT * FROM escrow_lock WHERE host_id = ? AND stage IN (?, ?) ORDER BY id DESC",
        JdbcHostLockStore::read,
        host.value(),
        Stage.PENDING,
        Stage.DONE);
  }

  private static void insert(Sql sql, HostLock lock, String udid, byte[] sealedPin) {
    sql.update(
        "INSERT INTO escrow_lock (id, cmd_uuid, host_id, serial_number, udid, enrolled_at, kind, stage,"
            + " sealed, requested_by, requested_at, ended_at, detail)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SealedRows.nextId(sql),
        lock.command().value(),
        lock.host().value(),
        lock.serialNumber(),
        udid,
        lock.enrolledAt(),
        lock.kind(),
        lock.stage(),
        sealedPin,
        lock.requestedBy(),
        lock.requestedAt(),
        lock.endedAt(),
        lock.detail());
  }

  @Override
  public Map<HostId, HostLock> of(Collection<HostId> hosts) {
    if (hosts.isEmpty()) {
      return Map.of();
    }
    Long[] ids = hosts.stream().map(HostId::value).toArray(Long[]::new);
    return transactions
        .read(
            sql ->
                sql.query(
                    "SELECT * FROM escrow_lock WHERE id IN (SELECT MAX(id) FROM escrow_lock"
                        + " WHERE host_id = ANY(?) GROUP BY host_id)",
                    JdbcHostLockStore::read,
                    (Object) ids))
        .stream()
        .collect(Collectors.toMap(HostLock::host, Function.identity()));
  }

  @Override
  public Optional<HostLock> find(CommandUuid command) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM escrow_lock WHERE cmd_uuid = ?",
                JdbcHostLockStore::read,
                command.value()));
  }

  @Override
  public List<HostLock> history(HostId host, String serialNumber, String udid) {
    return transactions.read(
        sql -> SealedRows.history(sql, TABLE, host, serialNumber, udid, JdbcHostLockStore::read));
  }

  @Override
  public List<HostLock> standing(String afterCommand, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT l.* FROM escrow_lock l JOIN enrollment_host h ON h.id = l.host_id"
                    + " WHERE l.stage IN (?, ?) AND l.cmd_uuid > ? AND h.mdm IN (?, ?)"
                    + " ORDER BY l.cmd_uuid LIMIT ?",
                JdbcHostLockStore::read,
                Stage.DONE,
                Stage.UNCERTAIN,
                afterCommand,
                MdmStatus.ON_MANUAL,
                MdmStatus.ON_AUTOMATIC,
                limit));
  }

  @Override
  public boolean save(HostLock changed, Stage from) {
    return transactions.sql(
        sql ->
            sql.update(
                    "UPDATE escrow_lock SET stage = ?, ended_at = ?, detail = ?,"
                        + " took_at = COALESCE(took_at, "
                        + NOW
                        + ") WHERE cmd_uuid = ? AND stage = ?",
                    changed.stage(),
                    changed.endedAt(),
                    changed.detail(),
                    changed.command().value(),
                    from)
                > 0);
  }

  @Override
  public int heard(CommandUuid command, Instant lastSeen, Duration grace) {
    return transactions.sql(
        sql -> {
          sql.update(
              "UPDATE escrow_lock SET heard_at = ?, heard = heard + CASE WHEN heard_at IS NOT NULL"
                  + " AND took_at + ? <= "
                  + NOW
                  + " THEN 1 ELSE 0 END WHERE cmd_uuid = ? AND COALESCE(heard_at, 0) < ?",
              lastSeen,
              TimeUnit.MILLISECONDS.toMicros(grace.toMillis()),
              command.value(),
              lastSeen);
          return sql.first(
                  "SELECT heard FROM escrow_lock WHERE cmd_uuid = ?",
                  row -> (int) row.number("heard"),
                  command.value())
              .orElse(0);
        });
  }

  @Override
  public Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now) {
    return transactions.sql(sql -> SealedRows.view(sql, TABLE, command, activity, now));
  }

  private static HostLock read(Row row) throws SQLException {
    return new HostLock(
        new HostId(row.number("host_id")),
        row.text("serial_number"),
        row.instant("enrolled_at"),
        Kind.valueOf(row.text("kind")),
        Stage.valueOf(row.text("stage")),
        new CommandUuid(row.text("cmd_uuid")),
        row.text("requested_by"),
        row.instant("requested_at"),
        row.optionalInstant("ended_at"),
        row.text("detail"));
  }
}
