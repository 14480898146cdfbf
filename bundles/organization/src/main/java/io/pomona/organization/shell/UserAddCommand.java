package io.pomona.organization.shell;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.organization.Accounts;
import io.pomona.organization.Roles;
import io.pomona.organization.Teams;
import java.util.HashMap;
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
import org.apache.karaf.shell.api.console.Session;

/**
 * {@code mdm:user-add}: makes an account; the password is asked for, so that it is in no history,
 * unless a provider vouches for the person.
 */
@Service
@Command(scope = "mdm", name = "user-add", description = "Adds a person; asks for the password")
public final class UserAddCommand implements Action {
  // Completed with those that are taken, to show what there is.
  @Argument(name = "email", required = true, description = "The e-mail address to log in with")
  @Completion(UserEmails.class)
  String email;

  @Option(name = "--name", description = "The name that others see")
  String name;

  @Option(name = "--role", description = "The role; everywhere, or with --team in these teams")
  @Completion(RoleNames.class)
  String role = "observer";

  @Option(name = "--team", multiValued = true, description = "Name of a team; may be repeated")
  @Completion(TeamNames.class)
  List<String> teamNames;

  @Option(
      name = "--sso",
      description = "Logs in by the configured provider; without a password unless one is given")
  boolean sso;

  @Option(name = "--password-env", description = "The environment variable with the password")
  String variable;

  @Reference Accounts accounts;
  @Reference Teams teams;
  @Reference ShellActors actors;
  @Reference Access access;
  @Reference Session session;

  @Override
  public Object execute() throws Exception {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_USERS, Optional.empty());
    Roles roles = roles(actor);
    User user =
        accounts.create(
            actor,
            new Accounts.Draft(
                Optional.ofNullable(name).orElse(email), email, password(), roles, sso));
    System.out.println("Added " + user.email() + " as " + user.id().value() + ".");
    return null;
  }

  private Roles roles(Actor actor) {
    Role wanted = Roles.named(role, "role");
    if (teamNames == null || teamNames.isEmpty()) {
      return Roles.everywhere(wanted);
    }
    Map<TeamId, Role> inTeams = new HashMap<>();
    teamNames.forEach(team -> inTeams.put(teams.named(actor, team).id(), wanted));
    return new Roles(Optional.empty(), inTeams);
  }

  private String password() throws Exception {
    if (sso && variable == null) {
      return "";
    }
    String found = variable == null ? session.readLine("Password: ", '*') : System.getenv(variable);
    return Optional.ofNullable(found)
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "organization.bad_password", "password", "There is no password."));
  }
}
