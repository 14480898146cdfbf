package io.pomona.profiles.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.profiles.ProfileStore;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the identifiers of the profiles of no team. */
@Service
public final class ProfileNames implements Completer {
  @Reference ProfileStore profiles;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    if (!access.mayAnywhere(actors.current(), Permission.VIEW_PROFILES)) {
      return -1;
    }
    StringsCompleter identifiers = new StringsCompleter();
    profiles
        .list(Optional.empty())
        .forEach(profile -> identifiers.getStrings().add(profile.identifier()));
    return identifiers.complete(session, line, candidates);
  }
}
