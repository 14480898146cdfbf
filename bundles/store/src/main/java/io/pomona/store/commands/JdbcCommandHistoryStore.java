package io.pomona.store.commands;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Native SQL: a command is in the queue or among the results, and a page reads no more of either
 * than it shows.
 */
@Component
public final class JdbcCommandHistoryStore implements CommandHistoryStore {
  private static final String WAITING =
      "SELECT q.id, q.cmd_uuid, q.channel, q.host_id, '' AS detail,"
          + " COALESCE(u.sent_at, q.updated_at) AS updated_at,"
          + " CASE WHEN u.channel IS NOT NULL THEN 'SENT' WHEN q.put_off THEN 'NOT_NOW'"
          + " ELSE 'QUEUED' END AS state"
          + " FROM commands_queue q LEFT JOIN commands_under_way u"
          + " ON u.channel = q.channel AND u.cmd_uuid = q.cmd_uuid";
  private static final String ENDED =
      "SELECT r.id, r.cmd_uuid, r.channel, r.host_id, r.detail, r.ended_at, r.state"
          + " FROM commands_result r";
  private static final String SHOWN =
      "SELECT x.*, c.request_type, c.owner, c.requested_by, c.created_at,"
          + " COALESCE(h.name, '') AS host_name FROM (";
  private static final String WITH_COMMAND =
      ") x JOIN commands_command c ON c.cmd_uuid = x.cmd_uuid"
          + " LEFT JOIN enrollment_host h ON h.id = x.host_id";

  private static final String OF_TEAMS =
      " AND %1$s.host_id IN (SELECT t.id FROM enrollment_host t WHERE t.team_id = ANY(?))";

  private final Transactions transactions;
  private final SealedPlists plists;

  @Activate
  public JdbcCommandHistoryStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.plists = persistence.plists();
  }

  @Override
  public List<CommandRecord> list(Optional<HostId> host, TeamScope scope, PageRequest page) {
    String part =
        " WHERE %1$s.id < ?"
            + (host.isPresent() ? " AND %1$s.host_id = ?" : "")
            + (scope.all() ? "" : OF_TEAMS)
            + " ORDER BY %1$s.id DESC LIMIT ?";
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      values.add(page.after() == 0 ? Long.MAX_VALUE : page.after());
      host.ifPresent(id -> values.add(id.value()));
      if (!scope.all()) {
        values.add(TeamRows.numbers(scope));
      }
      values.add((long) page.offset() + page.limit());
    }
    values.add(page.limit());
    values.add(page.offset());
    String text =
        SHOWN
            + "SELECT * FROM ("
            + WAITING
            + part.formatted("q")
            + ") w UNION ALL SELECT * FROM ("
            + ENDED
            + part.formatted("r")
            + ") e"
            + WITH_COMMAND
            + " ORDER BY x.id DESC LIMIT ? OFFSET ?";
    return transactions.read(
        sql -> sql.query(text, JdbcCommandHistoryStore::command, values.toArray()));
  }

  @Override
  public List<CommandRecord> find(CommandUuid uuid) {
    String text =
        SHOWN
            + WAITING
            + " WHERE q.cmd_uuid = ? UNION ALL "
            + ENDED
            + " WHERE r.cmd_uuid = ?"
            + WITH_COMMAND
            + " ORDER BY x.id";
    return transactions.read(
        sql -> sql.query(text, JdbcCommandHistoryStore::command, uuid.value(), uuid.value()));
  }

  @Override
  public Optional<CommandRecord> find(CommandUuid uuid, ChannelId channel) {
    String text =
        SHOWN
            + WAITING
            + " WHERE q.cmd_uuid = ? AND q.channel = ? UNION ALL "
            + ENDED
            + " WHERE r.cmd_uuid = ? AND r.channel = ?"
            + WITH_COMMAND;
    return transactions.read(
        sql ->
            sql.first(
                text,
                JdbcCommandHistoryStore::command,
                uuid.value(),
                channel.value(),
                uuid.value(),
                channel.value()));
  }

  private static CommandRecord command(Row row) throws SQLException {
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

  @Override
  public Optional<byte[]> result(CommandUuid uuid, ChannelId channel) {
    return transactions
        .read(
            sql ->
                sql.first(
                    "SELECT answer FROM commands_result"
                        + " WHERE cmd_uuid = ? AND channel = ? AND answer IS NOT NULL",
                    row -> row.bytes("answer"),
                    uuid.value(),
                    channel.value()))
        .map(answer -> plists.open(Kind.ANSWER, answer));
  }

  @Override
  public Optional<byte[]> body(CommandUuid uuid) {
    return transactions
        .read(
            sql ->
                sql.first(
                    "SELECT body FROM commands_command WHERE cmd_uuid = ?",
                    row -> row.bytes("body"),
                    uuid.value()))
        .map(body -> plists.open(Kind.COMMAND, body));
  }
}
