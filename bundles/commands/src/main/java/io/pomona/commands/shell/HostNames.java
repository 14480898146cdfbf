package io.pomona.commands.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes serial numbers; the first fifty that fit what was typed. */
@Service
public final class HostNames implements Completer {
  private static final int MOST = 50;

  @Reference HostStore hosts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    if (!access.mayAnywhere(actors.current(), Permission.VIEW_HOSTS)) {
      return -1;
    }
    String typed = Optional.ofNullable(line.getCursorArgument()).orElse("");
    String prefix = typed.substring(0, Math.min(typed.length(), line.getArgumentPosition()));
    StringsCompleter serials = new StringsCompleter();
    hosts
        .list(new HostFilter(prefix, Set.of()), PageRequest.first(MOST))
        .forEach(host -> serials.getStrings().add(host.facts().serialNumber()));
    return serials.complete(session, line, candidates);
  }
}
