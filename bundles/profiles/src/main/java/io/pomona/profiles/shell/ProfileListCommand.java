package io.pomona.profiles.shell;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.profiles.ProfileDetail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:profile-list}: the uploaded profiles, or how far each is on one host. */
@Service
@Command(
    scope = "mdm",
    name = "profile-list",
    description = "Lists configuration profiles, or how far each is on a host")
public final class ProfileListCommand implements Action {
  @Argument(
      name = "host",
      description = "Serial number, UDID or name of a host; all uploaded profiles without it")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Option(
      name = "--team",
      description = "Name of a team; without it the profiles of no team are listed")
  @Completion(TeamNames.class)
  String team;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference ProfileStore profiles;
  @Reference HostProfileStore hostProfiles;
  @Reference HostStore hosts;
  @Reference TeamLookup teams;
  @Reference ShellActors actors;
  @Reference Access access;
  @Reference ProfileDetail detail;

  @Override
  public Object execute() {
    ShellTable table = identifier == null ? uploaded() : onHost(identifier);
    table.print(System.out, !noFormat);
    return null;
  }

  private ShellTable uploaded() {
    Actor actor = actors.current();
    Optional<TeamId> wanted = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    access.require(actor, Permission.VIEW_PROFILES, wanted);
    ShellTable table = table("Id", "Name", "Identifier", "Added", "UUID");
    for (Profile profile : profiles.list(wanted)) {
      table
          .addRow()
          .addContent(
              profile.id().value(),
              profile.name(),
              profile.identifier(),
              profile.createdAt(),
              profile.uuid());
    }
    return table;
  }

  private ShellTable onHost(String name) {
    Actor actor = actors.current();
    Host host =
        hosts
            .findByIdentifier(name, access.scope(actor, Permission.VIEW_HOSTS))
            .orElseThrow(
                () -> MdmException.notFound("enrollment.host_not_found", "There is no such host."));
    access.require(actor, Permission.VIEW_PROFILES, host.team());
    ShellTable table = table("Name", "Identifier", "Operation", "Status", "Detail");
    List<HostProfile> rows =
        hostProfiles.statuses(List.of(host.id())).getOrDefault(host.id(), List.of());
    Map<HostProfile, String> words = detail.of(List.of(host), rows);
    for (HostProfile row : rows) {
      table
          .addRow()
          .addContent(
              row.name(),
              row.identifier(),
              row.operation().label(),
              row.status().label(),
              words.get(row));
    }
    return table;
  }

  private static ShellTable table(String... columns) {
    ShellTable table = new ShellTable();
    for (String column : columns) {
      table.column(column);
    }
    return table;
  }
}
