package io.pomona.updates.shell;

import io.pomona.protocol.declarative.DeclarationType;
import io.pomona.protocol.declarative.DeclarationTypes;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes Apple's types of declarations that Macs take. */
@Service
public final class DeclarationTypeNames implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(
            DeclarationTypes.all().stream()
                .filter(type -> type.since().isPresent())
                .map(DeclarationType::type)
                .toList())
        .complete(session, line, candidates);
  }
}
