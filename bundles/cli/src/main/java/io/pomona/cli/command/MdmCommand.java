package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is done to Macs over MDM. */
@Command(
    name = "mdm",
    description = "Send MDM commands and take them back",
    subcommands = {MdmCommand.RunCommand.class, MdmCommand.Cancel.class})
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

    @Option(names = "--urgent", description = "Before all that is routine")
    private boolean urgent;

    @Option(names = "--reason", description = "Why, for the timeline")
    private Optional<String> reason = Optional.empty();

    @Option(
        names = "--channel",
        paramLabel = "CHANNEL",
        description = "device (the Mac itself, as usual) or user (its users)")
    private Optional<String> channel = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      String command = Base64.getEncoder().encodeToString(new InputFile(payload).read());
      List<String> uuids = HostNames.uuids(server, hosts);
      String uuid =
          server.post("/commands/run", request(command, uuids)).path("command_uuid").asText();
      PrintWriter out = spec.commandLine().getOut();
      out.println("The command is queued for " + uuids.size() + " Macs. What they answer shows");
      out.println("pomonactl get mdm-command-results --id=" + uuid);
    }

    /** What is not said is left out, so that older servers understand it as well. */
    private Map<String, Object> request(String command, List<String> uuids) {
      Map<String, Object> request = new LinkedHashMap<>();
      request.put("command", command);
      request.put("host_uuids", uuids);
      if (urgent) {
        request.put("urgent", true);
      }
      reason.ifPresent(words -> request.put("reason", words));
      channel.ifPresent(word -> request.put("channel", word));
      return request;
    }
  }

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
