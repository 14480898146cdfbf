package io.pomona.cli.command;

import io.pomona.cli.server.Server;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A role everywhere, or one in each of some teams. */
final class RoleOptions {
  @ArgGroup(multiplicity = "1")
  private Choice choice;

  /** What the server knows; it refuses others. */
  static final class RoleNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("admin", "maintainer", "observer", "observer_plus", "gitops").iterator();
    }
  }

  private static final class Choice {
    @Option(
        names = "--role",
        completionCandidates = RoleNames.class,
        description = "Everywhere: ${COMPLETION-CANDIDATES}")
    private Optional<String> everywhere = Optional.empty();

    @Option(
        names = "--team-role",
        split = ",",
        paramLabel = "TEAM=ROLE",
        description = "In teams, with commas between")
    private Map<String, String> inTeams = Map.of();
  }

  /** Adds the roles to the body of a request. */
  void into(Server server, Map<String, Object> body) {
    choice.everywhere.ifPresent(role -> body.put("global_role", role));
    if (!choice.inTeams.isEmpty()) {
      List<Map<String, Object>> teams = new ArrayList<>();
      choice.inTeams.forEach(
          (team, role) -> teams.add(Map.of("id", TeamOption.id(server, team), "role", role)));
      body.put("teams", teams);
    }
  }

  Map<String, Object> body(Server server) {
    Map<String, Object> body = new LinkedHashMap<>();
    into(server, body);
    return body;
  }
}
