package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.Server;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What it answers is listed then. */
@Command(name = "status", description = "Ask a Mac how far its macOS update is")
final class HostsUpdatesStatus implements Runnable {
  @Mixin private Session session;

  @Parameters(paramLabel = "HOST", description = "UDID, serial number or name")
  private String host;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    JsonNode sent = server.post(HostsUpdates.path(server, host) + "/status", Map.of());
    spec.commandLine()
        .getOut()
        .println("The Mac is asked by command " + sent.path("command_uuid").asText() + ".");
  }
}
