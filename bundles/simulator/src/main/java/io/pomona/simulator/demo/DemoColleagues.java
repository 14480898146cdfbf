package io.pomona.simulator.demo;

import io.pomona.simulator.wire.OwnedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People who may less than the admin; how they log in is written to a file of the state folder. */
final class DemoColleagues {

  private record Colleague(String name, String email, String role, String team) {}

  private static final List<Colleague> ALL =
      List.of(
          new Colleague("Olga Observer", "observer@example.com", "observer", ""),
          new Colleague("Max Maintainer", "maintainer@example.com", "maintainer", ""),
          new Colleague("Dora Designer", "design@example.com", "maintainer", "Design"));

  private final DemoCalls calls;
  private final Path file;

  DemoColleagues(DemoCalls calls, DemoSettings settings) {
    this.calls = calls;
    this.file = settings.colleagues();
  }

  void add() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Colleague colleague : ALL) {
      String password = AdminPassword.generate();
      calls.send("Adding a person", "POST", "users", body(colleague, password));
      lines.append(colleague.email()).append("  ").append(password).append("  ");
      lines.append(colleague.role());
      lines.append(colleague.team().isEmpty() ? "\n" : " of " + colleague.team() + "\n");
    }
    OwnedFile.replace(file, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> body(Colleague colleague, String password) throws IOException {
    Map<String, Object> body = new HashMap<>();
    body.put("name", colleague.name());
    body.put("email", colleague.email());
    body.put("password", password);
    if (colleague.team().isEmpty()) {
      body.put("global_role", colleague.role());
    } else {
      long team = new DemoTeams(calls).id(colleague.team());
      body.put("teams", List.of(Map.of("id", team, "role", colleague.role())));
    }
    return body;
  }
}
