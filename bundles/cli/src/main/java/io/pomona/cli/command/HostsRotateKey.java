package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Needs a key that opens; the old one stays until the new one does. */
@Command(
    name = "rotate-key",
    description = "Let Macs make new recovery keys in place of those that are kept")
final class HostsRotateKey implements Runnable {
  @Mixin private Session session;

  @Parameters(paramLabel = "HOST", arity = "1..*", description = "UDIDs, serial numbers or names")
  private List<String> hosts;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    for (long host : HostNames.ids(server, hosts)) {
      server.post("/hosts/" + host + "/encryption_key/rotate", Map.of());
    }
    spec.commandLine()
        .getOut()
        .println("Asked " + HostNames.counted(hosts.size()) + " to make a new recovery key.");
  }
}
