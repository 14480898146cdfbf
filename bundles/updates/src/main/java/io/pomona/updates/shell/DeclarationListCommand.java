package io.pomona.updates.shell;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostLookup;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.updates.declarations.HostDeclarations;
import io.pomona.updates.declarations.TeamDeclarations;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:declaration-list}: the uploaded declarations, or what one host has of them. */
@Service
@Command(
    scope = "mdm",
    name = "declaration-list",
    description = "Lists declarations, or how far each is on a host")
public final class DeclarationListCommand implements Action {
  @Argument(
      name = "host",
      description =
          "Number, serial number, UDID or name of a host; without it the uploaded declarations")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(
      name = "--team",
      description = "Name of a team; without it the declarations of no team are listed")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference TeamDeclarations declarations;
  @Reference HostDeclarations onHosts;
  @Reference HostLookup hosts;
  @Reference TeamLookup teams;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    ShellTable table = identifier == null ? uploaded() : onHost(identifier);
    table.print(System.out, !noFormat);
    return null;
  }

  private ShellTable uploaded() {
    Actor actor = actors.current();
    Optional<TeamId> wanted = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    ShellTable table = table("Id", "Identifier", "Type", "Updated", "Server token");
    for (TeamDeclaration row : declarations.list(actor, wanted)) {
      table
          .addRow()
          .addContent(
              row.id().value(),
              row.declaration().identifier(),
              row.declaration().type(),
              row.updatedAt(),
              row.declaration().serverToken());
    }
    return table;
  }

  private ShellTable onHost(String name) {
    Actor actor = actors.current();
    Host host = hosts.find(actor, name).orElseThrow(DeclarationListCommand::unknown);
    access.require(
        actor, Permission.VIEW_DECLARATIONS, host.team(), DeclarationListCommand::unknown);
    ShellTable table = table("Identifier", "Type", "Reported", "Active", "Valid", "Reasons");
    for (HostDeclarations.Line line : onHosts.of(host).declarations()) {
      table
          .addRow()
          .addContent(
              line.identifier(),
              line.type().orElse("not wanted any more"),
              reported(line),
              line.active(),
              line.valid(),
              line.reasons().stream()
                  .map(HostDeclarations.Reason::description)
                  .collect(Collectors.joining(" ")));
    }
    return table;
  }

  private static MdmException unknown() {
    return MdmException.notFound("enrollment.host_not_found", "There is no such host.");
  }

  private static String reported(HostDeclarations.Line line) {
    if (line.reportedToken().isEmpty()) {
      return "no";
    }
    return line.reportedToken().equals(line.wantedToken()) ? "yes" : "another content";
  }

  private static ShellTable table(String... columns) {
    ShellTable table = new ShellTable();
    for (String column : columns) {
      table.column(column);
    }
    return table;
  }
}
