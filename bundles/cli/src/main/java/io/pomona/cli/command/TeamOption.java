package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A team by its name. */
final class TeamOption {
  @Option(names = "--team", description = "The name of the team; without it, no team")
  private Optional<String> name = Optional.empty();

  Optional<Long> id(Server server) {
    return name.map(wanted -> id(server, wanted));
  }

  static long id(Server server, String wanted) {
    return find(server, wanted).path("id").asLong();
  }

  /** The team of this name. */
  static JsonNode find(Server server, String wanted) {
    JsonNode teams = Pages.all(server, "/teams", "teams", Query::new);
    for (JsonNode team : teams) {
      if (team.path("name").asText().equalsIgnoreCase(wanted)) {
        return team;
      }
    }
    throw new Failure(Failure.Kind.REFUSED, "There is no team \"" + wanted + "\".");
  }
}
