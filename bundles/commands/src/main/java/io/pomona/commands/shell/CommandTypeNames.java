package io.pomona.commands.shell;

import io.pomona.protocol.command.MacCommandType;
import io.pomona.protocol.command.MacCommandTypes;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes request types, and files. */
@Service
public final class CommandTypeNames implements Completer {
  private final StringsCompleter types =
      new StringsCompleter(
          MacCommandTypes.all().stream()
              .filter(MacCommandType::deviceChannel)
              .map(MacCommandType::requestType)
              .toList());

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    int found = types.complete(session, line, candidates);
    return found >= 0 ? found : new FileCompleter().complete(session, line, candidates);
  }
}
