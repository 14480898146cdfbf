package io.pomona.commands.shell;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:command-list}: the newest commands and what became of them. */
@Service
@Command(scope = "mdm", name = "command-list", description = "Lists commands, newest first")
public final class ListCommands implements Action {
  @Option(name = "--host", description = "Only of this host: UDID, serial number or name")
  @Completion(HostIdentifiers.class)
  String host;

  @Option(name = "--limit", description = "Lines at most")
  int limit = 50;

  @Option(name = "--after", description = "Go on below this Id, the last of the page before")
  long after = 0;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference CommandHistoryStore history;
  @Reference HostStore hosts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Optional<Host> only = Optional.ofNullable(host).map(this::find);
    access.require(actors.current(), Permission.VIEW_COMMANDS, only.flatMap(Host::team));
    ShellTable table = new ShellTable();
    for (String column : new String[] {"UUID", "Time", "Type", "Status", "Host", "Detail", "Id"}) {
      table.column(column);
    }
    history
        .list(
            only.map(Host::id),
            access.scope(actors.current(), Permission.VIEW_COMMANDS),
            new PageRequest(after, 0, limit))
        .forEach(command -> table.addRow().addContent(row(command)));
    table.print(System.out, !noFormat);
    return null;
  }

  private static Object[] row(CommandRecord command) {
    return new Object[] {
      command.uuid().value(),
      command.updatedAt(),
      command.requestType(),
      command.state().label(),
      command.hostName(),
      command.detail(),
      command.id()
    };
  }

  private Host find(String name) {
    return hosts
        .findByIdentifier(name, access.scope(actors.current(), Permission.VIEW_HOSTS))
        .orElseThrow(
            () -> MdmException.notFound("commands.unknown_host", "There is no such host."));
  }
}
