package io.pomona.updates.shell;

import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes versions of macOS that some Macs run already. */
@Service
public final class KnownVersions implements Completer {
  @Reference HostStore hosts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    List<String> versions =
        hosts.osVersions(access.scope(actors.current(), Permission.VIEW_HOSTS)).keySet().stream()
            .filter(version -> !version.isEmpty())
            .toList();
    return new StringsCompleter(versions).complete(session, line, candidates);
  }
}
