package io.pomona.enrollment.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostStore;
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

/** Completes the serial numbers and UDIDs of the hosts that match what was typed. */
@Service
public final class HostIdentifiers implements Completer {
  private static final int MOST = 50;

  @Reference HostStore hosts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    if (!access.mayAnywhere(actors.current(), Permission.VIEW_HOSTS)) {
      return -1;
    }
    String typed =
        Optional.ofNullable(line.getCursorArgument())
            .map(text -> text.substring(0, Math.min(text.length(), line.getArgumentPosition())))
            .orElse("");
    HostFilter filter = new HostFilter(typed, HostFilter.all().statuses());
    StringsCompleter completer = new StringsCompleter();
    for (Host host : hosts.list(filter, PageRequest.first(MOST))) {
      completer.getStrings().add(host.facts().serialNumber());
      host.udid().ifPresent(completer.getStrings()::add);
    }
    completer.getStrings().remove("");
    return completer.complete(session, line, candidates);
  }
}
