package io.pomona.store.commands;

import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandTrail.NotNow;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.sql.Row;
import java.sql.SQLException;
import java.util.List;

/**
 * A command is in the queue or among the results: both as rows of one form. Conditions are SQL of
 * ours, in which {@code %1$s} stands for the table.
 */
final class CommandRows {
  static final String OF_TEAMS =
      " AND %1$s.host_id IN (SELECT t.id FROM enrollment_host t WHERE t.team_id = ANY(?))";

  private static final String WAITING =
      "SELECT q.id, q.cmd_uuid, q.channel, q.host_id, '' AS detail,"
          + " COALESCE(u.sent_at, q.updated_at) AS updated_at,"
          + " CASE WHEN u.channel IS NOT NULL THEN 'SENT' WHEN q.put_off THEN 'NOT_NOW'"
          + " ELSE 'QUEUED' END AS state, u.sent_at, '' AS ended_by,"
          + " CAST(NULL AS VARCHAR) AS replaced_by, FALSE AS answered"
          + " FROM commands_queue q LEFT JOIN commands_under_way u"
          + " ON u.channel = q.channel AND u.cmd_uuid = q.cmd_uuid WHERE ";
  private static final String ENDED =
      "SELECT r.id, r.cmd_uuid, r.channel, r.host_id, r.detail, r.ended_at, r.state, r.sent_at,"
          + " COALESCE(r.ended_by, '') AS ended_by, r.replaced_by, r.answer IS NOT NULL"
          + " FROM commands_result r WHERE ";
  private static final String SHOWN =
      "SELECT x.*, c.request_type, c.owner, c.requested_by, c.created_at, c.reason, c.priority,"
          + " COALESCE(h.name, '') AS host_name FROM (";
  private static final String WITH_COMMAND =
      ") x JOIN commands_command c ON c.cmd_uuid = x.cmd_uuid"
          + " LEFT JOIN enrollment_host h ON h.id = x.host_id ";

  private CommandRows() {}

  /** From both tables; the values of the condition are bound twice. */
  static String both(String condition, String order) {
    return SHOWN
        + "SELECT * FROM ("
        + WAITING
        + condition.formatted("q")
        + ") w UNION ALL SELECT * FROM ("
        + ENDED
        + condition.formatted("r")
        + ") e"
        + WITH_COMMAND
        + order;
  }

  /** From the queue alone. */
  static String waiting(String condition, String order) {
    return SHOWN + WAITING + condition.formatted("q") + WITH_COMMAND + order;
  }

  static CommandRecord record(Row row) throws SQLException {
    return new CommandRecord(
        row.number("id"),
        new CommandUuid(row.text("cmd_uuid")),
        ChannelId.parse(row.text("channel")),
        new HostId(row.number("host_id")),
        row.text("host_name"),
        row.text("request_type"),
        CommandState.valueOf(row.text("state")),
        row.text("owner"),
        row.text("requested_by"),
        row.text("detail"),
        row.instant("created_at"),
        row.instant("updated_at"));
  }

  /** Still without its NotNows. */
  static CommandTrail trail(Row row) throws SQLException {
    return new CommandTrail(
        record(row),
        row.text("reason"),
        row.number("priority") > 0,
        row.optionalInstant("sent_at"),
        List.<NotNow>of(),
        row.text("ended_by"),
        row.optionalText("replaced_by").map(CommandUuid::new),
        row.flag("answered"));
  }
}
