package io.pomona.organization.shell;

import io.pomona.api.organization.Team;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** Teams in the shell. */
final class TeamTable {
  private TeamTable() {}

  static void print(List<Team> teams, boolean noFormat) {
    ShellTable table = new ShellTable();
    for (String name : new String[] {"ID", "Name", "Description", "Hosts", "Users"}) {
      table.column(name);
    }
    for (Team team : teams) {
      table
          .addRow()
          .addContent(
              team.id().value(), team.name(), team.description(), team.hosts(), team.users());
    }
    table.print(System.out, !noFormat);
  }
}
