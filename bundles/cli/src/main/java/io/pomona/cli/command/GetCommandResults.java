package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What Macs answered to one command. */
@Command(name = "mdm-command-results", description = "Show what Macs answered to a command")
final class GetCommandResults implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          GetCommands.ID,
          GetCommands.TIME,
          GetCommands.TYPE,
          GetCommands.STATUS,
          GetCommands.HOSTNAME,
          Column.of("RESULTS", "/result").reading(GetCommandResults::decoded));

  @Mixin private Session session;
  @Mixin private Format format;

  @Option(names = "--id", required = true, paramLabel = "UUID", description = "The command's UUID")
  private String id;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    LISTING.print(spec.commandLine().getOut(), format, all(session.server()));
  }

  private ArrayNode all(Server server) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    Optional<String> after = Optional.empty();
    do {
      Query query = new Query().with("command_uuid", id).with("after", after);
      JsonNode page = server.get("/commands/results" + query);
      page.path("results").forEach(rows::add);
      after = Optional.of(page.path("next_after").asText("")).filter(next -> hasText(next));
    } while (after.isPresent());
    return rows;
  }

  private static boolean hasText(String next) {
    return !next.isEmpty() && !next.equals("null");
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).strip();
  }
}
