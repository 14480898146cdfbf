package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Printable;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Nothing is sent to the Mac: a locked one hears nothing. */
@Command(name = "unlock", description = "Show the PIN that unlocks a Mac at its keyboard")
final class MdmUnlock implements Runnable {
  @Mixin private Session session;

  @Option(names = "--host", paramLabel = "HOST", description = "UDID, serial number or name")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--id",
      paramLabel = "UUID",
      description = "Of the lock or erasure of this command; else of the last one")
  private Optional<String> id = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    Map<String, Object> body =
        id.<Map<String, Object>>map(uuid -> Map.of("command_uuid", uuid)).orElse(Map.of());
    JsonNode answer =
        TargetHost.with(server, host, number -> server.post("/hosts/" + number + "/unlock", body));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Use this 6 digit PIN to unlock the host:");
    out.println(Printable.text(answer.path("unlock_pin").asText()));
  }
}
