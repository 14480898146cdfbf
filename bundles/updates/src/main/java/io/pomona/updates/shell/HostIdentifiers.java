package io.pomona.updates.shell;

import io.pomona.api.enrollment.HostLookup;
import io.pomona.api.organization.ShellActors;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the serial numbers and UDIDs of hosts. */
@Service
public final class HostIdentifiers implements Completer {
  @Reference HostLookup hosts;
  @Reference ShellActors actors;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    String argument = Optional.ofNullable(line.getCursorArgument()).orElse("");
    String typed = argument.substring(0, Math.min(argument.length(), line.getArgumentPosition()));
    return new StringsCompleter(hosts.suggest(actors.current(), typed))
        .complete(session, line, candidates);
  }
}
