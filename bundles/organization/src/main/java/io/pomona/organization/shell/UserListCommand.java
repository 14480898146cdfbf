package io.pomona.organization.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.User;
import io.pomona.organization.Accounts;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:user-list}: the people and their roles. */
@Service
@Command(scope = "mdm", name = "user-list", description = "Lists the people and their roles")
public final class UserListCommand implements Action {
  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Accounts accounts;
  @Reference TeamStore teams;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    access.require(actors.current(), Permission.VIEW_USERS, Optional.empty());
    ShellTable table = new ShellTable();
    for (String name : new String[] {"ID", "Email", "Name", "Role", "Teams", "SSO"}) {
      table.column(name);
    }
    Map<TeamId, String> names = teams.names();
    for (User user : accounts.list()) {
      table
          .addRow()
          .addContent(
              user.id().value(),
              user.email(),
              user.name(),
              user.globalRole().map(Role::label).orElse(""),
              roles(user, names),
              user.ssoEnabled() ? "yes" : "no");
    }
    table.print(System.out, !noFormat);
    return null;
  }

  private static String roles(User user, Map<TeamId, String> names) {
    return user.teamRoles().entrySet().stream()
        .map(entry -> names.get(entry.getKey()) + ": " + entry.getValue().label())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
