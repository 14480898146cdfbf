package io.pomona.cli.command;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done with declarations. */
@Command(
    name = "declarations",
    description = "Add and delete declarations",
    subcommands = {DeclarationsCommand.Add.class, DeclarationsCommand.Delete.class})
public final class DeclarationsCommand extends Branch {

  /** Sends the payload as it stands in a file. */
  @Command(name = "add", description = "Add a declaration for a team, or for no team")
  static final class Add implements Runnable {
    @Mixin private Session session;
    @Mixin private TeamOption team;

    @Option(
        names = "--identifier",
        required = true,
        description = "What it is called, once in a team")
    private String identifier;

    @Option(
        names = "--type",
        required = true,
        description = "Apple's type, such as com.apple.configuration.passcode.settings")
    private String type;

    @Parameters(paramLabel = "FILE", description = "The payload, a JSON object")
    private Path file;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      Map<String, Object> body =
          Map.of(
              "team_id",
              team.id(server).orElse(0L),
              "identifier",
              identifier,
              "type",
              type,
              "payload",
              payload());
      JsonNode added = server.post("/declarations", body).path("declaration");
      spec.commandLine()
          .getOut()
          .println("Added " + identifier + " as " + added.path("id").asText() + ".");
      added
          .path("warnings")
          .forEach(warning -> spec.commandLine().getErr().println(warning.asText()));
    }

    private Map<String, Object> payload() {
      try {
        return new ObjectMapper()
            .readValue(new InputFile(file).read(), new TypeReference<Map<String, Object>>() {});
      } catch (IOException e) {
        throw new Failure(Failure.Kind.FILE, file + " is no JSON object.", e);
      }
    }
  }

  /** The Macs that have it give it up. */
  @Command(name = "delete", description = "Delete declarations, which the Macs give up")
  static final class Delete implements Runnable {
    @Mixin private Session session;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "See pomonactl get declarations")
    private List<Long> ids;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      for (Long id : ids) {
        server.delete("/declarations/" + id);
        spec.commandLine().getOut().println("Deleted " + id + ".");
      }
    }
  }
}
