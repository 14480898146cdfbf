package io.pomona.commands.shell;

import io.pomona.protocol.command.MacCommandType;
import io.pomona.protocol.command.MacCommandTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes request types, and files. */
@Service
public final class CommandTypeNames implements Completer {
  private static final int ALIKE = 3;

  private final StringsCompleter types = new StringsCompleter(names().toList());

  private static Stream<String> names() {
    return MacCommandTypes.all().stream()
        .filter(MacCommandType::deviceChannel)
        .map(MacCommandType::requestType);
  }

  /** The type that begins most like this one. */
  static Optional<String> closest(String typed) {
    return names()
        .filter(name -> alike(name, typed) >= ALIKE)
        .min(
            Comparator.<String>comparingInt(name -> -alike(name, typed))
                .thenComparingInt(name -> Math.abs(name.length() - typed.length())));
  }

  private static int alike(String name, String typed) {
    int same = 0;
    while (same < name.length() && name.regionMatches(true, same, typed, same, 1)) {
      same++;
    }
    return same;
  }

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    int found = types.complete(session, line, candidates);
    return found >= 0 ? found : new FileCompleter().complete(session, line, candidates);
  }
}
