package io.pomona.organization.shell;

import io.pomona.api.organization.Role;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the roles. */
@Service
public final class RoleNames implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter names = new StringsCompleter();
    for (Role role : Role.values()) {
      names.getStrings().add(role.label());
    }
    return names.complete(session, line, candidates);
  }
}
