package io.pomona.organization.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.Accounts;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the e-mail addresses of accounts. */
@Service
public final class UserEmails implements Completer {
  @Reference Accounts accounts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    if (!access.mayAnywhere(actors.current(), Permission.VIEW_USERS)) {
      return -1;
    }
    StringsCompleter emails = new StringsCompleter();
    accounts.list().forEach(user -> emails.getStrings().add(user.email()));
    return emails.complete(session, line, candidates);
  }
}
