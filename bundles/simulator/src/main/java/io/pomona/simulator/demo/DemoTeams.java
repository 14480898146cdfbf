package io.pomona.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.simulator.mac.MacHardware;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The teams of the server, and which Macs are in them. */
final class DemoTeams {

  private final DemoCalls calls;

  DemoTeams(DemoCalls calls) {
    this.calls = calls;
  }

  /** Made where it is not there yet. */
  long id(String name) throws IOException {
    for (JsonNode team : calls.get("The list of teams", "teams").path("teams")) {
      if (team.path("name").asText().equals(name)) {
        return team.path("id").asLong();
      }
    }
    JsonNode added = calls.send("Adding a team", "POST", "teams", Map.of("name", name));
    return added.path("team").path("id").asLong();
  }

  void move(String team, List<MacHardware> macs) throws IOException {
    Set<String> serials = new HashSet<>(macs.stream().map(MacHardware::serial).toList());
    Map<String, Object> wish = new HashMap<>();
    wish.put("team_id", id(team));
    List<Long> hosts = hosts(serials);
    wish.put("hosts", hosts);
    if (!hosts.isEmpty()) {
      calls.send("Moving Macs into the team " + team, "POST", "hosts/transfer", wish);
    }
  }

  private List<Long> hosts(Set<String> serials) throws IOException {
    JsonNode all = calls.get("The list of hosts", "hosts").path("hosts");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(host -> serials.contains(host.path("hardware_serial").asText()))
        .map(host -> host.path("id").asLong())
        .toList();
  }
}
