package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.Server;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is done to Macs over MDM. */
@Command(
    name = "mdm",
    description = "Send MDM commands and take them back; lock, unlock and erase Macs",
    subcommands = {
      RunCommand.class,
      MdmCommand.Cancel.class,
      MdmLock.class,
      MdmUnlock.class,
      MdmWipe.class,
      AbmTokenCommand.class
    })
public final class MdmCommand extends Branch {

  /** Takes a command back where it has not ended. */
  @Command(name = "cancel", description = "Cancel a command where it has not ended")
  static final class Cancel implements Runnable {
    @Mixin private Session session;

    @Option(
        names = "--id",
        required = true,
        paramLabel = "UUID",
        description = "The command's UUID")
    private String id;

    @Option(
        names = {"--hosts", "--host"},
        split = ",",
        paramLabel = "HOST",
        description = "Only for these: UDIDs, serial numbers or names, with commas between")
    private List<String> hosts = List.of();

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      List<String> uuids = HostNames.uuids(server, hosts);
      JsonNode answer =
          server.post("/commands/" + Query.escape(id) + "/cancel", Map.of("host_uuids", uuids));
      spec.commandLine().getOut().println(answer.path("message").asText());
    }
  }
}
