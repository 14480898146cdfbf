package io.pomona.organization.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.Teams;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the names of the teams that the caller may see. */
@Service
public final class TeamNames implements Completer {
  private static final int MOST = 100;

  @Reference Teams teams;
  @Reference ShellActors actors;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter names = new StringsCompleter();
    teams
        .list(actors.current(), "", PageRequest.first(MOST))
        .forEach(team -> names.getStrings().add(team.name()));
    return names.complete(session, line, candidates);
  }
}
