package io.pomona.organization.shell;

import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamLookup;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of teams, for what is said of a team only and never of no team. */
@Service
public final class TeamNames implements Completer {
  @Reference TeamLookup teams;
  @Reference ShellActors actors;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter names = new StringsCompleter(teams.suggest(actors.current()));
    names.getStrings().remove(TeamLookup.NO_TEAM);
    return names.complete(session, line, candidates);
  }
}
