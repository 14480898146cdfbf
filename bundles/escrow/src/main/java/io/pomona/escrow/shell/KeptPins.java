package io.pomona.escrow.shell;

import io.pomona.api.escrow.HostLock;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.lock.HostLocks;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

/** Completes the locks and erasures of the host in the line, each of which has a PIN. */
@Service
public final class KeptPins implements Completer {
  @Reference EscrowHosts hosts;
  @Reference HostLocks locks;
  @Reference ShellActors actors;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new TypedHost(hosts, actors.current())
        .complete(
            session, line, candidates, host -> locks.history(host).stream().map(HostLock::command));
  }
}
