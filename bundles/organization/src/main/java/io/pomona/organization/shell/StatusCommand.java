package io.pomona.organization.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.StatusReport;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:status}: how the parts of the server are. */
@Service
@Command(scope = "mdm", name = "status", description = "Shows how the parts of Pomona are")
public final class StatusCommand implements Action {
  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference StatusReport report;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    access.require(actors.current(), Permission.VIEW_STATUS, Optional.empty());
    ShellTable table = new ShellTable();
    table.column("Name");
    table.column("Level");
    table.column("Message");
    report
        .lines()
        .forEach(line -> table.addRow().addContent(line.name(), line.level(), line.message()));
    table.print(System.out, !noFormat);
    return null;
  }
}
