package io.pomona.updates.shell;

import io.pomona.protocol.command.OsUpdateAction;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes what a Mac is to do with an update. */
@Service
public final class InstallActionNames implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(OsUpdateAction.labels()).complete(session, line, candidates);
  }
}
