package io.pomona.store.escrow;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.store.commands.Queueing;
import io.pomona.store.commands.TargetTeams;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the tables with secrets of Macs have in common. Their names are of ours, never values. */
final class SealedRows {
  private SealedRows() {}

  /** Of two who ask for the same Mac one waits here for the other. */
  static void hold(Sql sql, HostId host) {
    sql.first(
        "SELECT id FROM enrollment_host WHERE id = ? FOR UPDATE",
        row -> row.number("id"),
        host.value());
  }

  static void order(
      Sql sql,
      Queueing queueing,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now) {
    TargetTeams.require(sql, List.of(command), within);
    queue(sql, queueing, List.of(command), now);
    Activities.write(sql, activity, now);
  }

  static void queue(Sql sql, Queueing queueing, List<CommandOrder> commands, Instant now) {
    if (!queueing.enqueue(sql, commands, now).isEmpty()) {
      throw MdmException.conflict(
          "escrow.mdm_off", "MDM is off for this host; it takes no commands.");
    }
  }

  /** The Mac that it is for. */
  static String device(CommandOrder command) {
    return command.channels().get(0).device();
  }

  static long nextId(Sql sql) {
    return sql.number(sql.dialect().nextValue("escrow_lock_seq"));
  }

  /**
   * Of the host and of those that it was before, newest first. A serial number is what a Mac says
   * of itself: another that says the same has not its history.
   */
  static <T> List<T> history(
      Sql sql, String table, HostId host, String serialNumber, String udid, Row.Reader<T> reader) {
    return sql.query(
        "SELECT * FROM "
            + table
            + " WHERE host_id = ? OR (serial_number = ? AND serial_number <> '' AND udid = ?)"
            + " ORDER BY id DESC",
        reader,
        host.value(),
        serialNumber,
        udid);
  }

  static Optional<byte[]> view(
      Sql sql, String table, CommandUuid command, ActivityDraft activity, Instant now) {
    int known =
        sql.update(
            "UPDATE " + table + " SET viewed_at = ? WHERE cmd_uuid = ?", now, command.value());
    if (known > 0) {
      Activities.write(sql, activity, now);
    }
    return sealed(sql, table, command);
  }

  static Optional<byte[]> sealed(Sql sql, String table, CommandUuid command) {
    return sql.first(
        "SELECT sealed FROM " + table + " WHERE cmd_uuid = ?",
        row -> row.bytes("sealed"),
        command.value());
  }
}
