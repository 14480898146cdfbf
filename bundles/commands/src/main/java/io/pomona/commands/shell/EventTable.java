package io.pomona.commands.shell;

import io.pomona.api.commands.CommandTrail;
import io.pomona.commands.timeline.Event;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.table.ShellTable;

/** Steps as a table, newest first. */
final class EventTable {
  private EventTable() {}

  static void print(List<Event> events, boolean noFormat) {
    ShellTable table = new ShellTable();
    for (String column : new String[] {"Time", "What", "Command", "By", "Words", "UUID"}) {
      table.column(column);
    }
    events.forEach(event -> table.addRow().addContent(row(event)));
    table.print(System.out, !noFormat);
  }

  private static Object[] row(Event event) {
    Optional<CommandTrail> command = event.command();
    return new Object[] {
      event.time(),
      event.kind().label(),
      command.map(trail -> trail.command().requestType()).orElse(""),
      event.by(),
      event.text(),
      command.map(trail -> trail.command().uuid().value()).orElse("")
    };
  }
}
