package io.pomona.organization.shell;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.organization.Roles;
import io.pomona.organization.Teams;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Roles in teams as they are typed, {@code TEAM=ROLE}, and completed. */
@Service
public final class TeamRoleNames implements Completer {
  private static final int MOST = 100;

  @Reference Teams teams;
  @Reference ShellActors actors;

  /** The name of a team may have a = in it, that of a role has none. */
  static void put(String text, Function<String, TeamId> team, Map<TeamId, Role> roles) {
    int end = text.lastIndexOf('=');
    if (end < 1) {
      throw bad("Write TEAM=ROLE, such as Workstations=maintainer.");
    }
    Role role = Roles.named(text.substring(end + 1), "team-role");
    if (roles.put(team.apply(text.substring(0, end)), role) != null) {
      throw bad("A person has one role in each team.");
    }
  }

  private static MdmException bad(String sentence) {
    return MdmException.invalid("organization.bad_team", "team-role", sentence);
  }

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter names = new StringsCompleter();
    for (Team team : teams.list(actors.current(), "", PageRequest.first(MOST))) {
      for (Role role : Role.values()) {
        names.getStrings().add(team.name() + "=" + role.label());
      }
    }
    return names.complete(session, line, candidates);
  }
}
