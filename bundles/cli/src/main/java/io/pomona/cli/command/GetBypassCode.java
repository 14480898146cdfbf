package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Printable;
import io.pomona.cli.server.Server;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The code that takes Activation Lock off. */
@Command(name = "bypass-code", description = "Show the Activation Lock bypass code of a Mac")
final class GetBypassCode implements Runnable {
  @Mixin private Session session;

  @Option(names = "--host", paramLabel = "HOST", description = "UDID, serial number or name")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--id",
      paramLabel = "UUID",
      description = "The code that came with this command; else the newest")
  private Optional<String> id = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    Map<String, Object> body =
        id.<Map<String, Object>>map(uuid -> Map.of("command_uuid", uuid)).orElse(Map.of());
    JsonNode answer =
        TargetHost.with(
            server,
            host,
            number -> server.post("/hosts/" + number + "/activation_lock_bypass_code/view", body));
    spec.commandLine().getOut().println(Printable.text(answer.path("code").asText()));
  }
}
