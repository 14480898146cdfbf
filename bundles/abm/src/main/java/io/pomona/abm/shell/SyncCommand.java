package io.pomona.abm.shell;

import io.pomona.abm.AbmTokens;
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

/** {@code mdm:abm-sync}: looks at ABM now. */
@Service
@Command(
    scope = "mdm",
    name = "abm-sync",
    description = "Synchronizes with Apple Business Manager now")
public final class SyncCommand implements Action {
  @Argument(name = "token", description = "Number of a token; without it the only one")
  @Completion(TokenNumbers.class)
  Long token;

  @Option(name = "--full", description = "Fetch all Macs, not only what has changed")
  boolean full;

  @Reference AbmTokens tokens;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
    tokens.synchronize(actor, TokenNumbers.of(tokens, Optional.ofNullable(token)).id(), full);
    System.out.println("The synchronization begins; mdm:abm-token-list shows how it went.");
    return null;
  }
}
