package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is done to Macs over MDM. */
@Command(name = "mdm", description = "Send MDM commands", subcommands = MdmCommand.RunCommand.class)
public final class MdmCommand extends Branch {

  /** Any command, as a property list. */
  @Command(name = "run-command", description = "Send a command, given as a property list")
  static final class RunCommand implements Runnable {
    @Mixin private Session session;

    @Option(
        names = {"--hosts", "--host"},
        required = true,
        split = ",",
        paramLabel = "HOST",
        description = "UDIDs, serial numbers or names, with commas between")
    private List<String> hosts;

    @Option(
        names = "--payload",
        required = true,
        paramLabel = "FILE",
        description = "The command as a .plist or .xml file; - reads the standard input")
    private Path payload;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      String command = Base64.getEncoder().encodeToString(new InputFile(payload).read());
      List<String> uuids = HostNames.uuids(server, hosts);
      String uuid =
          server
              .post("/commands/run", Map.of("command", command, "host_uuids", uuids))
              .path("command_uuid")
              .asText();
      PrintWriter out = spec.commandLine().getOut();
      out.println("The command is queued for " + uuids.size() + " Macs. What they answer shows");
      out.println("pomonactl get mdm-command-results --id=" + uuid);
    }
  }
}
