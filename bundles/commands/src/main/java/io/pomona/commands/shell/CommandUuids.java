package io.pomona.commands.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandHistoryStore;
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

/** Completes the UUIDs of the newest commands. */
@Service
public final class CommandUuids implements Completer {
  private static final int MOST = 50;

  @Reference CommandHistoryStore history;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    if (!access.mayAnywhere(actors.current(), Permission.VIEW_COMMANDS)) {
      return -1;
    }
    StringsCompleter uuids = new StringsCompleter();
    history
        .list(
            Optional.empty(),
            access.scope(actors.current(), Permission.VIEW_COMMANDS),
            PageRequest.first(MOST))
        .forEach(command -> uuids.getStrings().add(command.uuid().value()));
    return uuids.complete(session, line, candidates);
  }
}
