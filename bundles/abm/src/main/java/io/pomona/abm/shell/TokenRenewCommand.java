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
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code mdm:abm-token-renew}: replaces a server token. */
@Service
@Command(
    scope = "mdm",
    name = "abm-token-renew",
    description = "Renews a server token with one downloaded anew from Apple Business Manager")
public final class TokenRenewCommand implements Action {
  @Argument(name = "file", description = "The .p7m", required = true)
  @Completion(FileCompleter.class)
  String file;

  @Argument(
      index = 1,
      name = "token",
      description = "Number of the token to renew; without it the only one")
  @Completion(TokenNumbers.class)
  Long token;

  @Option(name = "--force", description = "Also with the token of another server")
  boolean force;

  @Reference AbmTokens tokens;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
    AbmToken before = TokenNumbers.of(tokens, Optional.ofNullable(token));
    AbmToken renewed = tokens.renew(actor, before.id(), TokenFile.read(file), force);
    System.out.println("The token is renewed; it ends on " + renewed.expiresAt() + ".");
    return null;
  }
}
