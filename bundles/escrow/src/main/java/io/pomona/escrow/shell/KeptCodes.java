package io.pomona.escrow.shell;

import io.pomona.api.escrow.BypassCode;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.EscrowHosts;
import io.pomona.escrow.activationlock.BypassCodes;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

/** Completes what the bypass codes of the host in the line came with. */
@Service
public final class KeptCodes implements Completer {
  @Reference EscrowHosts hosts;
  @Reference BypassCodes codes;
  @Reference ShellActors actors;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new TypedHost(hosts, actors.current())
        .complete(
            session,
            line,
            candidates,
            host -> codes.history(host).stream().map(BypassCode::command));
  }
}
