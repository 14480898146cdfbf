package io.pomona.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.simulator.admin.AdminApi;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.main.Simulation;
import io.pomona.simulator.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Connects the server to the virtual ABM as a person does: key there, token here, then the team
 * that new Macs go to. The organization has bought a few Macs that nobody has unpacked yet.
 */
final class DemoAbm {

  static final String TEAM = "Orchard";
  static final int PENDING = 3;
  private static final long FIRST_PENDING = 2_000_000;

  private final Simulation simulation;
  private final AdminApi api;
  private final PrintStream out;
  private final ObjectMapper json = new ObjectMapper();

  DemoAbm(Simulation simulation, AdminApi api, PrintStream out) {
    this.simulation = simulation;
    this.api = api;
    this.out = out;
  }

  /** What a start before has done already is found. */
  void connect() throws IOException {
    byte[] file = Files.readAllBytes(simulation.abmDoor().token(publicKey()));
    JsonNode loaded = list("abm_tokens");
    JsonNode token = loaded.isEmpty() ? load(file) : loaded.get(0);
    Map<String, Object> choice = Map.of("macos_team_id", team());
    String path = "abm_tokens/" + token.path("id").asLong();
    call("Choosing the team of new Macs", "PATCH", path + "/teams", choice);
    deliver(); // only now, so that none is of no team
    call("Looking at what is in ABM", "POST", path + "/sync", Map.of());
    out.println(
        "ABM token loaded, good until "
            + token.path("renew_date").asText("a year from now")
            + "; its Macs go to the team "
            + TEAM);
  }

  private long team() throws IOException {
    for (JsonNode team : list("teams")) {
      if (team.path("name").asText().equals(TEAM)) {
        return team.path("id").asLong();
      }
    }
    JsonNode added = call("Adding a team", "POST", "teams", Map.of("name", TEAM));
    return added.path("team").path("id").asLong();
  }

  private JsonNode list(String name) throws IOException {
    return json.readTree(ask("The list of " + name, "GET", name, new byte[0]).body()).path(name);
  }

  private void deliver() {
    List<MacHardware> bought = new ArrayList<>(simulation.automaticHardware());
    LongStream.range(0, PENDING)
        .mapToObj(i -> MacHardware.seeded(FIRST_PENDING + i))
        .forEach(bought::add);
    simulation.abmDoor().deliver(bought);
  }

  /** PEM, bare or within JSON, there as it is or in Base64 once more. */
  private String publicKey() throws IOException {
    Reply reply = ask("The public ABM key", "GET", "mdm/apple/abm_public_key", new byte[0]);
    String text = reply.text();
    if (!text.stripLeading().startsWith("{")) {
      return text;
    }
    String key = json.readTree(text).path("public_key").asText();
    return key.contains("-----BEGIN")
        ? key
        : new String(Base64.getMimeDecoder().decode(key), StandardCharsets.UTF_8);
  }

  private JsonNode load(byte[] token) throws IOException {
    String boundary = "demo-" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"token\"; filename=\"token.p7m\""
            + "\r\nContent-Type: application/pkcs7-mime\r\n\r\n";
    body.write(head.getBytes(StandardCharsets.US_ASCII));
    body.write(token);
    body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    String type = "multipart/form-data; boundary=" + boundary;
    Reply reply = api.ask("Loading the ABM token", "POST", "abm_tokens", type, body.toByteArray());
    JsonNode answer = json.readTree(reply.body());
    return answer.has("abm_token") ? answer.path("abm_token") : answer;
  }

  private JsonNode call(String what, String method, String path, Map<String, Object> body)
      throws IOException {
    return json.readTree(ask(what, method, path, json.writeValueAsBytes(body)).body());
  }

  private Reply ask(String what, String method, String path, byte[] body) throws IOException {
    return api.ask(what, method, path, "application/json", body);
  }
}
