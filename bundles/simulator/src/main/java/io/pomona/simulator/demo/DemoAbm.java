package io.pomona.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.main.Simulation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Connects the server to the virtual ABM as a person does: key there, token here, then the team
 * that new Macs go to. The organization has bought a few Macs that nobody has unpacked yet.
 */
final class DemoAbm {

  static final String TEAM = "Orchard";

  private final Simulation simulation;
  private final List<MacHardware> waiting;
  private final DemoCalls calls;
  private final PrintStream out;

  DemoAbm(Simulation simulation, List<MacHardware> waiting, DemoCalls calls, PrintStream out) {
    this.simulation = simulation;
    this.waiting = waiting;
    this.calls = calls;
    this.out = out;
  }

  /** What a start before has done already is found. */
  void connect() throws IOException {
    byte[] file = Files.readAllBytes(simulation.abmDoor().token(publicKey()));
    JsonNode loaded = calls.get("The list of ABM tokens", "abm_tokens").path("abm_tokens");
    JsonNode token = loaded.isEmpty() ? load(file) : loaded.get(0);
    Map<String, Object> choice = Map.of("macos_team_id", new DemoTeams(calls).id(TEAM));
    String path = "abm_tokens/" + token.path("id").asLong();
    calls.send("Choosing the team of new Macs", "PATCH", path + "/teams", choice);
    deliver(); // only now, so that none is of no team
    calls.send("Looking at what is in ABM", "POST", path + "/sync", Map.of());
    out.println(
        "ABM token loaded, good until "
            + token.path("renew_date").asText("a year from now")
            + "; its Macs go to the team "
            + TEAM);
  }

  private void deliver() {
    List<MacHardware> bought = new ArrayList<>(simulation.automaticHardware());
    bought.addAll(waiting);
    simulation.abmDoor().deliver(bought);
  }

  /** PEM, bare or within JSON, there as it is or in Base64 once more. */
  private String publicKey() throws IOException {
    String text = calls.bytes("The public ABM key", "mdm/apple/abm_public_key").text();
    if (!text.stripLeading().startsWith("{")) {
      return text;
    }
    String key = calls.parse(text).path("public_key").asText();
    return key.contains("-----BEGIN")
        ? key
        : new String(Base64.getMimeDecoder().decode(key), StandardCharsets.UTF_8);
  }

  private JsonNode load(byte[] token) throws IOException {
    JsonNode answer =
        calls.form(
            "Loading the ABM token",
            "abm_tokens",
            new DemoCalls.Part("token", "token.p7m", "application/pkcs7-mime", token));
    return answer.has("abm_token") ? answer.path("abm_token") : answer;
  }
}
