package io.pomona.abm.shell;

import io.pomona.abm.AbmTokens;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code mdm:abm-token-add}: loads a server token. */
@Service
@Command(
    scope = "mdm",
    name = "abm-token-add",
    description = "Loads a server token that was downloaded from Apple Business Manager")
public final class TokenAddCommand implements Action {
  @Argument(name = "file", description = "The .p7m", required = true)
  @Completion(FileCompleter.class)
  String file;

  @Reference AbmTokens tokens;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
    AbmToken token = tokens.load(actor, TokenFile.read(file));
    System.out.println(
        "Token "
            + token.id().value()
            + " of "
            + token.account().organizationName()
            + " is loaded; it ends on "
            + token.expiresAt()
            + ".");
    return null;
  }
}
