package io.pomona.simulator.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Teams, people, hosts and what is wanted of them, kept as they come. */
public final class FakeOrganization {

  private static final List<String> PATHS =
      List.of(
          "teams",
          "users",
          "hosts",
          "hosts/transfer",
          "configuration_profiles",
          "disk_encryption",
          "macos_updates",
          "migration/import");

  /** Team numbers by name, from 4; Other is 3. */
  public final Map<String, Long> teams = new ConcurrentHashMap<>(Map.of("Other", 3L));

  /** Serial numbers; a host's number is its place. */
  public final List<String> serials = new CopyOnWriteArrayList<>();

  public final Map<Long, Long> teamOfHost = new ConcurrentHashMap<>();
  public final List<JsonNode> users = new CopyOnWriteArrayList<>();
  public final List<String> profiles = new CopyOnWriteArrayList<>();
  public volatile String migration = "";
  public volatile JsonNode update;
  public volatile JsonNode encryption;
  private final ObjectMapper json = new ObjectMapper();

  boolean serves(String path) {
    return PATHS.contains(path);
  }

  Reply handle(Call call, String path) throws IOException {
    switch (call.method() + " " + path) {
      case "GET teams":
        return reply(list());
      case "POST teams":
        return reply(added(body(call)));
      case "GET hosts":
        return reply(hosts());
      case "POST hosts/transfer":
        JsonNode wish = body(call);
        wish.path("hosts")
            .forEach(host -> teamOfHost.put(host.asLong(), wish.path("team_id").asLong()));
        break;
      case "POST users":
        users.add(body(call));
        break;
      case "POST configuration_profiles":
        profiles.add(new String(call.body(), StandardCharsets.UTF_8));
        break;
      case "POST migration/import":
        migration = new String(call.body(), StandardCharsets.UTF_8);
        break;
      case "POST disk_encryption":
        encryption = body(call);
        return new Reply(204, "application/json", new byte[0]);
      case "PATCH macos_updates":
        update = body(call);
        break;
      default:
        return new Reply(404, "application/json", new byte[0]);
    }
    return reply(json.createObjectNode());
  }

  private JsonNode body(Call call) throws IOException {
    return json.readTree(call.body());
  }

  private JsonNode list() {
    ObjectNode answer = json.createObjectNode();
    ArrayNode rows = answer.putArray("teams");
    teams.forEach((name, id) -> rows.addObject().put("id", id).put("name", name));
    return answer;
  }

  private JsonNode added(JsonNode team) {
    long id = teams.size() + 3;
    teams.put(team.path("name").asText(), id);
    return json.createObjectNode().set("team", json.createObjectNode().put("id", id));
  }

  private JsonNode hosts() {
    ObjectNode answer = json.createObjectNode();
    ArrayNode rows = answer.putArray("hosts");
    for (int i = 0; i < serials.size(); i++) {
      rows.addObject().put("id", i).put("hardware_serial", serials.get(i));
    }
    return answer;
  }

  private Reply reply(JsonNode answer) throws IOException {
    return new Reply(200, "application/json", json.writeValueAsBytes(answer));
  }
}
