package io.pomona.store.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.escrow.BypassCode;
import io.pomona.api.escrow.BypassCodeStore;
import io.pomona.api.escrow.BypassFetch;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.protocol.channel.ChannelId;
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

/** Native SQL: an attempt counts only on the one that was read, so that of two nodes one asks. */
@Component
public final class JdbcBypassCodeStore implements BypassCodeStore {
  private static final String TABLE = "escrow_bypass_code";

  private final Transactions transactions;
  private final Queueing queueing;

  @Activate
  public JdbcBypassCodeStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
  }

  @Override
  public boolean begin(BypassFetch fetch) {
    return transactions.sql(
        sql -> {
          SealedRows.hold(sql, fetch.host());
          boolean known =
              find(sql, fetch.host())
                  .filter(before -> !before.enrolledAt().isBefore(fetch.enrolledAt()))
                  .isPresent();
          return !known && put(sql, fetch);
        });
  }

  /** Nothing for a Mac that is gone meanwhile. */
  private static boolean put(Sql sql, BypassFetch fetch) {
    sql.update("DELETE FROM escrow_bypass_fetch WHERE host_id = ?", fetch.host().value());
    return sql.update(
            "INSERT INTO escrow_bypass_fetch (host_id, device, enrolled_at, until_at, attempts,"
                + " next_at, received, detail) SELECT id, CAST(? AS VARCHAR), CAST(? AS BIGINT),"
                + " CAST(? AS BIGINT), CAST(? AS INT), CAST(? AS BIGINT), CAST(? AS BOOLEAN),"
                + " CAST(? AS VARCHAR) FROM enrollment_host WHERE id = ?",
            fetch.device().value(),
            fetch.enrolledAt(),
            fetch.until(),
            fetch.attempts(),
            fetch.nextAt(),
            fetch.received(),
            fetch.detail(),
            fetch.host().value())
        > 0;
  }

  @Override
  public Optional<BypassFetch> fetch(HostId host) {
    return transactions.read(sql -> find(sql, host));
  }

  private static Optional<BypassFetch> find(Sql sql, HostId host) {
    return sql.first(
        "SELECT * FROM escrow_bypass_fetch WHERE host_id = ?",
        JdbcBypassCodeStore::readFetch,
        host.value());
  }

  @Override
  public List<BypassFetch> due(Instant now, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT f.* FROM escrow_bypass_fetch f JOIN enrollment_host h ON h.id = f.host_id"
                    + " WHERE NOT f.received AND f.next_at <= ? AND f.until_at > ?"
                    + " AND h.mdm IN (?, ?) ORDER BY f.next_at, f.host_id LIMIT ?",
                JdbcBypassCodeStore::readFetch,
                now,
                now,
                MdmStatus.ON_MANUAL,
                MdmStatus.ON_AUTOMATIC,
                limit));
  }

  @Override
  public boolean ask(BypassFetch fetch, CommandOrder command, Instant nextAt, Instant now) {
    return transactions.sql(
        sql -> {
          boolean still =
              sql.update(
                      "UPDATE escrow_bypass_fetch SET attempts = attempts + 1, next_at = ?"
                          + " WHERE host_id = ? AND enrolled_at = ? AND attempts = ?"
                          + " AND NOT received",
                      nextAt,
                      fetch.host().value(),
                      fetch.enrolledAt(),
                      fetch.attempts())
                  > 0;
          if (still) {
            queueing.enqueue(sql, List.of(command), now);
          }
          return still;
        },
        Queueing::taken);
  }

  @Override
  public void refused(HostId host, String detail) {
    transactions.sql(
        sql ->
            sql.update(
                "UPDATE escrow_bypass_fetch SET detail = ? WHERE host_id = ? AND NOT received",
                detail,
                host.value()));
  }

  @Override
  public boolean add(BypassCode code, byte[] sealed) {
    return transactions.sql(
        sql -> {
          SealedRows.hold(sql, code.host());
          sql.update(
              "UPDATE escrow_bypass_fetch SET received = TRUE, detail = ''"
                  + " WHERE host_id = ? AND enrolled_at = ?",
              code.host().value(),
              code.enrolledAt());
          boolean known = SealedRows.sealed(sql, TABLE, code.command()).isPresent();
          return !known && insert(sql, code, sealed);
        });
  }

  private static boolean insert(Sql sql, BypassCode code, byte[] sealed) {
    return sql.update(
            "INSERT INTO escrow_bypass_code (id, cmd_uuid, host_id, serial_number, udid,"
                + " enrolled_at, sealed, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            SealedRows.nextId(sql),
            code.command().value(),
            code.host().value(),
            code.serialNumber(),
            code.udid(),
            code.enrolledAt(),
            sealed,
            code.receivedAt())
        > 0;
  }

  @Override
  public List<BypassCode> history(HostId host, String serialNumber, String udid) {
    return transactions.read(
        sql -> SealedRows.history(sql, TABLE, host, serialNumber, udid, JdbcBypassCodeStore::read));
  }

  @Override
  public Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now) {
    return transactions.sql(sql -> SealedRows.view(sql, TABLE, command, activity, now));
  }

  private static BypassCode read(Row row) throws SQLException {
    return new BypassCode(
        new CommandUuid(row.text("cmd_uuid")),
        new HostId(row.number("host_id")),
        row.text("serial_number"),
        row.text("udid"),
        row.instant("enrolled_at"),
        row.instant("received_at"),
        row.optionalInstant("viewed_at"));
  }

  private static BypassFetch readFetch(Row row) throws SQLException {
    return new BypassFetch(
        new HostId(row.number("host_id")),
        ChannelId.parse(row.text("device")),
        row.instant("enrolled_at"),
        row.instant("until_at"),
        (int) row.number("attempts"),
        row.instant("next_at"),
        row.flag("received"),
        row.text("detail"));
  }
}
