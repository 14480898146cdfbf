package io.pomona.store.commands;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which commands are wanted, as a condition and its values; a part reads no more of either table
 * than it shows.
 */
final class CommandPart {
  private final StringBuilder condition = new StringBuilder();
  private final List<Object> once = new ArrayList<>();

  /** The newest of a page. */
  static CommandPart newest(PageRequest page) {
    return new CommandPart()
        .where("%1$s.id < ?", page.after() == 0 ? Long.MAX_VALUE : page.after());
  }

  /** One command for the channels behind this one. */
  static CommandPart of(CommandUuid uuid, Optional<ChannelId> after) {
    return new CommandPart()
        .where("%1$s.cmd_uuid = ?", uuid.value())
        .where(" AND %1$s.channel > ?", after.map(ChannelId::value).orElse(""));
  }

  CommandPart where(String more, Object... values) {
    condition.append(more);
    once.addAll(List.of(values));
    return this;
  }

  CommandPart of(Optional<HostId> host) {
    host.ifPresent(id -> where(" AND %1$s.host_id = ?", id.value()));
    return this;
  }

  CommandPart of(TeamScope scope) {
    return scope.all() ? this : where(CommandRows.OF_TEAMS, (Object) TeamRows.numbers(scope));
  }

  /**
   * @param key an expression of a column that both tables have
   */
  <T> List<T> read(Sql sql, String key, String shownBy, PageRequest page, Row.Reader<T> reader) {
    where(" ORDER BY " + key + " LIMIT ?", (long) page.offset() + page.limit());
    List<Object> values = new ArrayList<>(once);
    values.addAll(once);
    values.add(page.limit());
    values.add(page.offset());
    String text =
        CommandRows.both(condition.toString(), "ORDER BY " + shownBy + " LIMIT ? OFFSET ?");
    return sql.query(text, reader, values.toArray());
  }

  <T> List<T> newestFirst(Sql sql, PageRequest page, Row.Reader<T> reader) {
    return read(sql, "%1$s.id DESC", "x.id DESC", page, reader);
  }

  <T> List<T> byChannel(Sql sql, int limit, Row.Reader<T> reader) {
    return read(sql, "%1$s.channel", "x.channel", PageRequest.first(limit), reader);
  }
}
