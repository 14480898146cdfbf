package io.pomona.updates.shell;

import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamLookup;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of teams, and what is no team. */
@Service
public final class TeamNames implements Completer {
  @Reference TeamLookup teams;
  @Reference ShellActors actors;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(teams.suggest(actors.current()))
        .complete(session, line, candidates);
  }
}
