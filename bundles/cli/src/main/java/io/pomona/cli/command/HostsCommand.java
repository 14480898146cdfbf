package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is done with hosts. */
@Command(
    name = "hosts",
    description = "Move Macs between teams",
    subcommands = HostsCommand.Transfer.class)
public final class HostsCommand extends Branch {

  /** Into a team or out of all. */
  @Command(name = "transfer", description = "Move Macs into a team, or out of all without --team")
  static final class Transfer implements Runnable {
    @Mixin private Session session;
    @Mixin private TeamOption team;

    @Option(
        names = "--hosts",
        required = true,
        split = ",",
        paramLabel = "HOST",
        description = "UDIDs, serial numbers or names, with commas between")
    private List<String> hosts;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      Optional<Long> id = team.id(server);
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("team_id", id.orElse(null));
      body.put("hosts", HostNames.ids(server, hosts));
      server.post("/hosts/transfer", body);
      spec.commandLine().getOut().println("Moved " + hosts.size() + " Macs.");
    }
  }
}
