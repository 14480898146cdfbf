package io.pomona.abm.shell;

import io.pomona.abm.AbmTokens;
import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the numbers of tokens, and finds the one that is meant. */
@Service
public final class TokenNumbers implements Completer {
  @Reference AbmTokens tokens;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter numbers = new StringsCompleter();
    if (access.mayAnywhere(actors.current(), Permission.VIEW_ABM)) {
      tokens.list().forEach(token -> numbers.getStrings().add("" + token.id().value()));
    }
    return numbers.complete(session, line, candidates);
  }

  /** Who says nothing means the only one. */
  static AbmToken of(AbmTokens tokens, Optional<Long> number) {
    if (number.isPresent()) {
      return tokens.required(new AbmTokenId(number.get()));
    }
    List<AbmToken> all = tokens.list();
    if (all.isEmpty()) {
      throw MdmException.notFound(
          "abm.none", "No server token is loaded; begin with mdm:abm-key and mdm:abm-token-add.");
    }
    if (all.size() > 1) {
      throw MdmException.invalid(
          "abm.which", "token", "There are several tokens; name the number of one.");
    }
    return all.get(0);
  }
}
