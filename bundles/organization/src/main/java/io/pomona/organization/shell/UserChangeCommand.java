package io.pomona.organization.shell;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.AccountChanges.Wish;
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

/** {@code mdm:user-change}: changes what is said of an account; the rest stays. */
@Service
@Command(
    scope = "mdm",
    name = "user-change",
    description = "Changes a person's name, roles or way to log in; what is not said stays")
public final class UserChangeCommand implements Action {
  @Argument(name = "email", required = true, description = "The e-mail address of the person")
  @Completion(UserEmails.class)
  String email;

  @Option(name = "--name", description = "The name that others see")
  String name;

  @Option(name = "--role", description = "The role everywhere, in place of all that there are")
  @Completion(RoleNames.class)
  String role;

  @Option(
      name = "--team-role",
      multiValued = true,
      description = "TEAM=ROLE; may be repeated. These and no others are the roles then")
  @Completion(TeamRoleNames.class)
  List<String> teamRoles;

  @Option(name = "--sso", description = "Logs in by the configured provider as well")
  boolean sso;

  @Option(name = "--no-sso", description = "Does not log in by the provider any more")
  boolean noSso;

  @Reference AccountChanges accounts;
  @Reference Teams teams;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_USERS, Optional.empty());
    User before = accounts.find(email);
    User after = accounts.change(actor, before.id().value(), wish(actor));
    System.out.println(
        after.equals(before) ? "Nothing to change." : "Changed " + after.email() + ".");
    return null;
  }

  private Wish wish(Actor actor) {
    Wish wish = new Wish(Optional.ofNullable(name), Optional.empty(), roles(actor), ssoEnabled());
    if (wish.equals(Wish.NOTHING)) {
      throw MdmException.invalid(
          "organization.missing",
          "name",
          "Say what shall change: --name, --role, --team-role, --sso or --no-sso.");
    }
    return wish;
  }

  private Optional<Boolean> ssoEnabled() {
    if (sso && noSso) {
      throw MdmException.invalid(
          "organization.two_ways", "sso", "Say either --sso or --no-sso, not both.");
    }
    return sso || noSso ? Optional.of(sso) : Optional.empty();
  }

  private Optional<Roles> roles(Actor actor) {
    if (role == null && teamRoles == null) {
      return Optional.empty();
    }
    Map<TeamId, Role> inTeams = new HashMap<>();
    Optional.ofNullable(teamRoles)
        .orElse(List.of())
        .forEach(text -> TeamRoleNames.put(text, name -> teams.named(actor, name).id(), inTeams));
    return Optional.of(
        new Roles(Optional.ofNullable(role).map(label -> Roles.named(label, "role")), inTeams));
  }
}
