package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.Server;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What it finds is listed when it has answered. */
@Command(name = "scan", description = "Have a Mac look for macOS updates")
final class HostsUpdatesScan implements Runnable {
  @Mixin private Session session;

  @Parameters(paramLabel = "HOST", description = "UDID, serial number or name")
  private String host;

  @Option(names = "--force", description = "Even if it has looked a moment ago")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    JsonNode sent = server.post(HostsUpdates.path(server, host) + "/scan", Map.of("force", force));
    spec.commandLine()
        .getOut()
        .println("The Mac is asked by command " + sent.path("command_uuid").asText() + ".");
  }
}
