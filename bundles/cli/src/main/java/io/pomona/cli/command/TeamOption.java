package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A team by its name. */
final class TeamOption {
  /** What people call it where there is no team. */
  static final String NO_TEAM = "No team";

  static final String DESCRIPTION = "The name of the team; without it, or \"No team\", no team";

  @Option(names = "--team", description = DESCRIPTION)
  private Optional<String> name = Optional.empty();

  Optional<Long> id(Server server) {
    return name.map(wanted -> scope(server, wanted));
  }

  /** The number by which the server knows a team, or 0 for what is in no team. */
  static long scope(Server server, String wanted) {
    return wanted.strip().equalsIgnoreCase(NO_TEAM) ? 0 : id(server, wanted);
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
