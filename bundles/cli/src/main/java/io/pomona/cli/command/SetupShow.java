package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pomona.cli.Failure;
import io.pomona.cli.output.Documents;
import io.pomona.cli.output.Format;
import io.pomona.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The package and how many Macs have it. */
@Command(name = "show", description = "Show the package of a team and how many Macs have it")
final class SetupShow implements Runnable {
  @Mixin private Session session;
  @Mixin private TeamOption team;
  @Mixin private Format format;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    long id = team.id(server).orElse(0L);
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown.set("bootstrap_package", present(server, id));
    shown.set("macs", server.get("/bootstrap/summary?team_id=" + id));
    Documents.print(spec.commandLine().getOut(), format, shown);
  }

  private static JsonNode present(Server server, long team) {
    try {
      return server.get("/bootstrap/" + team + "/metadata").path("metadata");
    } catch (Failure refused) {
      if (refused.is(BootstrapUpload.NONE)) {
        return JsonNodeFactory.instance.nullNode();
      }
      throw refused;
    }
  }
}
