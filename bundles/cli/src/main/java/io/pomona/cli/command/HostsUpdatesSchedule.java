package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** By its version or by its product. */
@Command(name = "schedule", description = "Tell a Mac to install a macOS update")
final class HostsUpdatesSchedule implements Runnable {
  @Mixin private Session session;

  @Parameters(paramLabel = "HOST", description = "UDID, serial number or name")
  private String host;

  @ArgGroup(multiplicity = "1")
  private Update update;

  @Option(
      names = "--action",
      description =
          "Default, DownloadOnly, InstallASAP, NotifyOnly, InstallLater or InstallForceRestart")
  private Optional<String> action = Optional.empty();

  @Option(names = "--deferrals", description = "How often a user may put it off, with InstallLater")
  private Optional<Integer> deferrals = Optional.empty();

  @Option(names = "--priority", description = "Low or High, from macOS 12.3 on")
  private Optional<String> priority = Optional.empty();

  @Spec private CommandSpec spec;

  /** One of the two. */
  private static final class Update {
    @Option(names = "--os-version", description = "This version, from macOS 12 on: 14.6.1")
    private Optional<String> version = Optional.empty();

    @Option(names = "--product", description = "This product key, as hosts updates list says")
    private Optional<String> product = Optional.empty();
  }

  @Override
  public void run() {
    Map<String, Object> request = new LinkedHashMap<>();
    update.version.ifPresent(value -> request.put("version", value));
    update.product.ifPresent(value -> request.put("product_key", value));
    action.ifPresent(value -> request.put("install_action", value));
    deferrals.ifPresent(value -> request.put("max_user_deferrals", value));
    priority.ifPresent(value -> request.put("priority", value));
    Server server = session.server();
    JsonNode sent = server.post(HostsUpdates.path(server, host), request);
    PrintWriter out = spec.commandLine().getOut();
    out.println("The Mac is told by command " + sent.path("command_uuid").asText() + ".");
    sent.path("warnings").forEach(warning -> out.println("Warning: " + warning.asText()));
  }
}
