package io.pomona.store.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLock.Stage;
import io.pomona.api.escrow.RecoveryLockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Queueing;
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

/** Native SQL: a password is queued in the transaction that keeps it. */
@Component
public final class JdbcRecoveryLockStore implements RecoveryLockStore {
  private static final String TABLE = "escrow_recovery_lock";

  private final Transactions transactions;
  private final Queueing queueing;

  @Activate
  public JdbcRecoveryLockStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
  }

  @Override
  public Optional<RecoveryLock> begin(
      RecoveryLock lock,
      byte[] sealedPassword,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now) {
    return transactions.sql(
        sql -> {
          SealedRows.hold(sql, lock.host());
          Optional<RecoveryLock> before = underWay(sql, lock.host());
          if (before.isEmpty()) {
            insert(sql, lock, SealedRows.device(command), sealedPassword);
            SealedRows.order(sql, queueing, command, activity, within, now);
          }
          return before;
        },
        Queueing::taken);
  }

  private static Optional<RecoveryLock> underWay(Sql sql, HostId host) {
    return sql.first(
        "SELECT * FROM escrow_recovery_lock WHERE host_id = ? AND stage IN (?, ?) ORDER BY id DESC",
        JdbcRecoveryLockStore::read,
        host.value(),
        Stage.PENDING,
        Stage.VERIFYING);
  }

  private static void insert(Sql sql, RecoveryLock lock, String udid, byte[] sealed) {
    sql.update(
        "INSERT INTO escrow_recovery_lock (id, cmd_uuid, host_id, serial_number, udid, enrolled_at,"
            + " clears, stage, sealed, check_uuid, requested_by, requested_at, checked_at, detail)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SealedRows.nextId(sql),
        lock.command().value(),
        lock.host().value(),
        lock.serialNumber(),
        udid,
        lock.enrolledAt(),
        lock.clears(),
        lock.stage(),
        sealed,
        lock.check().map(CommandUuid::value),
        lock.requestedBy(),
        lock.requestedAt(),
        lock.checkedAt(),
        lock.detail());
  }

  @Override
  public Optional<RecoveryLock> find(CommandUuid command) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM escrow_recovery_lock WHERE cmd_uuid = ? OR check_uuid = ?",
                JdbcRecoveryLockStore::read,
                command.value(),
                command.value()));
  }

  @Override
  public List<RecoveryLock> history(HostId host, String serialNumber, String udid) {
    return transactions.read(
        sql ->
            SealedRows.history(sql, TABLE, host, serialNumber, udid, JdbcRecoveryLockStore::read));
  }

  @Override
  public boolean save(RecoveryLock changed, Stage from, List<CommandOrder> commands, Instant now) {
    return transactions.sql(
        sql -> {
          if (!update(sql, changed, from)) {
            return false;
          }
          if (changed.stage() == Stage.VERIFIED || changed.stage() == Stage.CLEARED) {
            replaceOlder(sql, changed);
          }
          SealedRows.queue(sql, queueing, commands, now);
          return true;
        },
        Queueing::taken);
  }

  private static boolean update(Sql sql, RecoveryLock changed, Stage from) {
    return sql.update(
            "UPDATE escrow_recovery_lock SET stage = ?, check_uuid = ?, checked_at = ?, detail = ?"
                + " WHERE cmd_uuid = ? AND stage = ?",
            changed.stage(),
            changed.check().map(CommandUuid::value),
            changed.checkedAt(),
            changed.detail(),
            changed.command().value(),
            from)
        > 0;
  }

  private static void replaceOlder(Sql sql, RecoveryLock inForce) {
    sql.update(
        "UPDATE escrow_recovery_lock SET stage = ? WHERE stage IN (?, ?, ?, ?)"
            + " AND (host_id = ? OR (serial_number = ? AND serial_number <> '' AND udid ="
            + " (SELECT udid FROM escrow_recovery_lock WHERE cmd_uuid = ?)))"
            + " AND id < (SELECT id FROM escrow_recovery_lock WHERE cmd_uuid = ?)",
        Stage.REPLACED,
        Stage.VERIFIED,
        Stage.CLEARED,
        Stage.UNCERTAIN,
        Stage.VERIFYING,
        inForce.host().value(),
        inForce.serialNumber(),
        inForce.command().value(),
        inForce.command().value());
  }

  @Override
  public Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now) {
    return transactions.sql(sql -> SealedRows.view(sql, TABLE, command, activity, now));
  }

  @Override
  public Optional<byte[]> sealed(CommandUuid command) {
    return transactions.read(sql -> SealedRows.sealed(sql, TABLE, command));
  }

  @Override
  public List<RecoveryLock> viewedBefore(
      Instant before, Instant lately, String afterCommand, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT l.* FROM escrow_recovery_lock l JOIN enrollment_host h ON h.id = l.host_id"
                    + " WHERE l.stage = ? AND l.viewed_at < ? AND l.cmd_uuid > ? AND h.mdm IN (?, ?)"
                    + " AND NOT EXISTS (SELECT 1 FROM escrow_recovery_lock n"
                    + " WHERE n.host_id = l.host_id AND n.id > l.id AND (n.stage IN (?, ?)"
                    + " OR n.stage = ? AND n.requested_at > ?)) ORDER BY l.cmd_uuid LIMIT ?",
                JdbcRecoveryLockStore::read,
                Stage.VERIFIED,
                before,
                afterCommand,
                MdmStatus.ON_MANUAL,
                MdmStatus.ON_AUTOMATIC,
                Stage.PENDING,
                Stage.VERIFYING,
                Stage.FAILED,
                lately,
                limit));
  }

  private static RecoveryLock read(Row row) throws SQLException {
    return new RecoveryLock(
        new CommandUuid(row.text("cmd_uuid")),
        new HostId(row.number("host_id")),
        row.text("serial_number"),
        row.instant("enrolled_at"),
        row.flag("clears"),
        Stage.valueOf(row.text("stage")),
        row.optionalText("check_uuid").map(CommandUuid::new),
        row.text("requested_by"),
        row.instant("requested_at"),
        row.optionalInstant("checked_at"),
        row.optionalInstant("viewed_at"),
        row.text("detail"));
  }
}
