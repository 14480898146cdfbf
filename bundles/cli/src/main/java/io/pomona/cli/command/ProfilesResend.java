package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends it to Macs that have it, or where it failed. */
@Command(name = "resend", description = "Send a profile to Macs once more")
final class ProfilesResend implements Runnable {
  @Mixin private Session session;

  @Option(
      names = "--hosts",
      required = true,
      split = ",",
      paramLabel = "HOST",
      description = "UDIDs, serial numbers or names, with commas between")
  private List<String> hosts;

  @Parameters(paramLabel = "UUID", description = "See pomonactl get profiles")
  private String uuid;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    for (long host : HostNames.ids(server, hosts)) {
      server.post(
          "/hosts/" + host + "/configuration_profiles/" + Query.escape(uuid) + "/resend", Map.of());
    }
    spec.commandLine().getOut().println("Sent again to " + HostNames.counted(hosts.size()) + ".");
  }
}
