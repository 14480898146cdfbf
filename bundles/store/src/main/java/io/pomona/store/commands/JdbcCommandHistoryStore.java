package io.pomona.store.commands;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandAnswers;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: a command is in the queue or among the results. */
@Component
public final class JdbcCommandHistoryStore implements CommandHistoryStore {
  private static final String ELSEWHERE =
      "SELECT COUNT(*) AS n FROM (SELECT host_id FROM commands_queue WHERE cmd_uuid = ?"
          + " UNION ALL SELECT host_id FROM commands_result WHERE cmd_uuid = ?) x"
          + " LEFT JOIN enrollment_host h ON h.id = x.host_id"
          + " WHERE h.team_id IS NULL OR NOT (h.team_id = ANY(?))";

  private static final String ANY_OF =
      "(%1$s.cmd_uuid, %1$s.channel) IN (SELECT p.uuid, p.channel"
          + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))"
          + " AS p(uuid, channel))";

  private final Transactions transactions;
  private final SealedPlists plists;

  @Activate
  public JdbcCommandHistoryStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.plists = persistence.plists();
  }

  @Override
  public List<CommandRecord> list(Optional<HostId> host, TeamScope scope, PageRequest page) {
    return transactions.read(
        sql ->
            host.isEmpty() && !scope.all()
                ? TeamCommands.newest(sql, scope, page, CommandRows::record)
                : CommandPart.newest(page)
                    .of(host)
                    .of(scope)
                    .newestFirst(sql, page, CommandRows::record));
  }

  @Override
  public List<CommandRecord> find(CommandUuid uuid) {
    String text = CommandRows.both("%1$s.cmd_uuid = ?", "ORDER BY x.id");
    return transactions.read(
        sql -> sql.query(text, CommandRows::record, uuid.value(), uuid.value()));
  }

  @Override
  public Optional<CommandRecord> find(CommandUuid uuid, ChannelId channel) {
    String text = CommandRows.both("%1$s.cmd_uuid = ? AND %1$s.channel = ?", "");
    return transactions.read(
        sql ->
            sql.first(
                text,
                CommandRows::record,
                uuid.value(),
                channel.value(),
                uuid.value(),
                channel.value()));
  }

  @Override
  public List<CommandRecord> findAll(Collection<Sent> sent) {
    String text = CommandRows.both(ANY_OF, "");
    String[] uuids = sent.stream().map(one -> one.uuid().value()).toArray(String[]::new);
    String[] channels = sent.stream().map(one -> one.channel().value()).toArray(String[]::new);
    return transactions.read(
        sql -> sql.query(text, CommandRows::record, uuids, channels, uuids, channels));
  }

  @Override
  public List<CommandRecord> find(CommandUuid uuid, Collection<HostId> hosts) {
    String text = CommandRows.both("%1$s.cmd_uuid = ? AND %1$s.host_id = ANY(?)", "ORDER BY x.id");
    Long[] ids = hosts.stream().map(HostId::value).toArray(Long[]::new);
    return transactions.read(
        sql -> sql.query(text, CommandRows::record, uuid.value(), ids, uuid.value(), ids));
  }

  @Override
  public List<CommandRecord> find(
      CommandUuid uuid, TeamScope scope, Optional<ChannelId> after, int limit) {
    return transactions.read(
        sql -> CommandPart.of(uuid, after).of(scope).byChannel(sql, limit, CommandRows::record));
  }

  @Override
  public boolean isWithin(CommandUuid uuid, TeamScope scope) {
    return scope.all()
        || transactions.read(
            sql -> sql.number(ELSEWHERE, uuid.value(), uuid.value(), TeamRows.numbers(scope)) == 0);
  }

  @Override
  public CommandAnswers results(CommandUuid uuid, List<ChannelId> channels, long mostBytes) {
    CommandAnswers answers =
        transactions.read(sql -> SealedAnswers.first(sql, uuid, channels, mostBytes));
    answers.byChannel().replaceAll((channel, answer) -> plists.open(Kind.ANSWER, answer));
    return answers;
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
