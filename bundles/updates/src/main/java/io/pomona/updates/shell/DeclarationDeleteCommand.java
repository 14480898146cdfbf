package io.pomona.updates.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.updates.declarations.TeamDeclarations;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:declaration-delete}: deletes a declaration; the Macs give it up. */
@Service
@Command(
    scope = "mdm",
    name = "declaration-delete",
    description = "Deletes a declaration, which the hosts that have it give up")
public final class DeclarationDeleteCommand implements Action {
  @Argument(name = "declaration", description = "Identifier of a declaration", required = true)
  @Completion(DeclarationNames.class)
  String identifier;

  @Option(
      name = "--team",
      description = "Name of the team; without it the declaration is looked for in no team")
  @Completion(TeamNames.class)
  String team;

  @Reference TeamDeclarations declarations;
  @Reference TeamLookup teams;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Optional<TeamId> of = Optional.ofNullable(team).flatMap(text -> teams.find(actor, text));
    access.require(actor, Permission.EDIT_DECLARATIONS, of);
    TeamDeclaration found = declarations.named(actor, of, identifier);
    declarations.delete(actor, found.id());
    System.out.println("The declaration " + identifier + " is deleted, and leaves its hosts.");
    return null;
  }
}
