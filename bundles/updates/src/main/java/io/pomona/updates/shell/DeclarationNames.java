package io.pomona.updates.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.updates.DeclarationStore;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/**
 * Completes the identifiers of the declarations of no team and of teams, as far as one may see
 * them.
 */
@Service
public final class DeclarationNames implements Completer {
  private static final int MOST_TEAMS = 50;

  @Reference DeclarationStore declarations;
  @Reference TeamStore teams;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    TeamScope scope = access.scope(actors.current(), Permission.VIEW_DECLARATIONS);
    StringsCompleter identifiers = new StringsCompleter();
    if (scope.includes(Optional.empty())) {
      add(identifiers, Optional.empty());
    }
    teams.list("", scope, PageRequest.first(MOST_TEAMS)).stream()
        .map(Team::id)
        .forEach(team -> add(identifiers, Optional.of(team)));
    return identifiers.complete(session, line, candidates);
  }

  private void add(StringsCompleter identifiers, Optional<TeamId> team) {
    declarations
        .list(team)
        .forEach(row -> identifiers.getStrings().add(row.declaration().identifier()));
  }
}
