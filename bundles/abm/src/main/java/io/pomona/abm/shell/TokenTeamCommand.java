package io.pomona.abm.shell;

import io.pomona.abm.AbmTokens;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamLookup;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:abm-token-team}: the default team of a token. */
@Service
@Command(
    scope = "mdm",
    name = "abm-token-team",
    description = "Sets the team that new Macs of Apple Business Manager go to")
public final class TokenTeamCommand implements Action {
  @Argument(name = "team", description = "Name of a team, or No team", required = true)
  @Completion(TeamNames.class)
  String team;

  @Argument(index = 1, name = "token", description = "Number of a token; without it the only one")
  @Completion(TokenNumbers.class)
  Long token;

  @Reference AbmTokens tokens;
  @Reference TeamLookup teams;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
    AbmToken found = TokenNumbers.of(tokens, Optional.ofNullable(token));
    boolean changed = tokens.defaultTeam(actor, found.id(), teams.find(actor, team));
    System.out.println(
        changed ? "New Macs go to " + team + " from now on." : "New Macs go there already.");
    return null;
  }
}
