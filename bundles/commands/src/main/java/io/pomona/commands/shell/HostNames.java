package io.pomona.commands.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostStore;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes serial numbers of the first hosts. */
@Service
public final class HostNames implements Completer {
  private static final int OFFERED = 100;

  @Reference HostStore hosts;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    List<String> names =
        hosts.list(HostFilter.all(), PageRequest.first(OFFERED)).stream()
            .map(host -> host.facts().serialNumber())
            .filter(serial -> !serial.isEmpty())
            .toList();
    return new StringsCompleter(names).complete(session, line, candidates);
  }
}
