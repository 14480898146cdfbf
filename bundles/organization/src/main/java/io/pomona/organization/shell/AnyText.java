package io.pomona.organization.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

/** For what nobody but the one who types it can know. */
@Service
public final class AnyText implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return -1;
  }
}
