package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has Apple assign profiles once more. */
@Command(
    name = "assign",
    description = "Have Apple assign the Setup Assistant profile of Macs once more, now")
final class HostsAssign implements Runnable {
  @Mixin private Session session;

  @Option(
      names = "--hosts",
      split = ",",
      paramLabel = "HOST",
      description = "UDIDs, serial numbers or names, with commas between")
  private List<String> hosts = List.of();

  @Option(names = "--all-failed", description = "Instead of --hosts: all that are in trouble")
  private boolean allFailed;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (allFailed != hosts.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Say which Macs: either --hosts or --all-failed.");
    }
    Server server = session.server();
    Map<String, Object> body =
        allFailed ? Map.of("all_failed", true) : Map.of("hosts", HostNames.ids(server, hosts));
    long count = server.post("/mdm/apple/dep/assignments/assign", body).path("count").asLong();
    spec.commandLine()
        .getOut()
        .println(
            count == 1 ? "1 Mac is assigned once more." : count + " Macs are assigned once more.");
  }
}
