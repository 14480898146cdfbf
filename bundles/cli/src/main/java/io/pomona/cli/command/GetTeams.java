package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Documents;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The teams that the caller sees; in YAML, as documents that apply takes. */
@Command(name = "teams", aliases = "team", description = "List the teams, or show one")
final class GetTeams implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("NAME", "/name"),
          Column.of("HOSTS", "/host_count"),
          Column.of("USERS", "/user_count"));

  @Mixin private Session session;
  @Mixin private Format format;

  @Parameters(arity = "0..1", paramLabel = "TEAM", description = "The name of the one to show")
  private Optional<String> name = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    ArrayNode teams =
        name.map(
                wanted -> JsonNodeFactory.instance.arrayNode().add(TeamOption.find(server, wanted)))
            .orElseGet(() -> Pages.all(server, "/teams", "teams", Query::new));
    if (format.kind() == Format.Kind.yaml) {
      for (JsonNode team : teams) {
        Documents.print(spec.commandLine().getOut(), format, SettingsDocument.ofTeam(team));
      }
    } else {
      LISTING.print(spec.commandLine().getOut(), format, teams);
    }
  }
}
