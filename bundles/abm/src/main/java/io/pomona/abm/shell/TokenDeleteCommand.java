package io.pomona.abm.shell;

import io.pomona.abm.AbmTokens;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:abm-token-delete}: ends a server token. */
@Service
@Command(
    scope = "mdm",
    name = "abm-token-delete",
    description = "Deletes a server token; Macs that never enrolled disappear with it")
public final class TokenDeleteCommand implements Action {
  @Argument(name = "token", description = "Number of a token", required = true)
  @Completion(TokenNumbers.class)
  Long token;

  @Option(name = "--force", description = "Also while ABM assigns Macs by it")
  boolean force;

  @Reference AbmTokens tokens;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
    tokens.delete(actor, new AbmTokenId(token), force);
    System.out.println("The token is deleted; its Macs are no longer pending.");
    return null;
  }
}
