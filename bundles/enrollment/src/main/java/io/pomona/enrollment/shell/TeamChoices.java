package io.pomona.enrollment.shell;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of teams, and what is no team. */
@Service
public final class TeamChoices implements Completer {
  static final String NO_TEAM = "No team";
  private static final int MOST = 100;

  @Reference TeamStore teams;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter names = new StringsCompleter();
    names.getStrings().add(NO_TEAM);
    teams
        .list("", access.scope(actors.current(), Permission.VIEW_TEAMS), PageRequest.first(MOST))
        .forEach(team -> names.getStrings().add(team.name()));
    return names.complete(session, line, candidates);
  }

  /** The team of this name, empty for no team. */
  static Optional<TeamId> named(TeamStore teams, String name) {
    if (name.strip().equalsIgnoreCase(NO_TEAM)) {
      return Optional.empty();
    }
    return teams.names().entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(name.strip()))
        .map(entry -> Optional.of(entry.getKey()))
        .findFirst()
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "organization.team_not_found", "There is no such team; see mdm:team-list."));
  }
}
