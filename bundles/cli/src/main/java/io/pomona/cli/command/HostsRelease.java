package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Those that wait for an admin, or that nobody wants to wait for. */
@Command(name = "release", description = "Let Macs go on that wait in Setup Assistant")
final class HostsRelease implements Runnable {
  @Mixin private Session session;

  @Parameters(paramLabel = "HOST", arity = "1..*", description = "UDIDs, serial numbers or names")
  private List<String> hosts;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    for (long host : HostNames.ids(server, hosts)) {
      server.post("/hosts/" + host + "/release", Map.of());
    }
    spec.commandLine().getOut().println("Released " + HostNames.counted(hosts.size()) + ".");
  }
}
