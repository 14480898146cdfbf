package io.pomona.itests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Commands as an admin sends and follows them. */
record Orders(AdminApi admin) {
  static final String DONE = "Acknowledged";

  /** The UUID of the command, which needs no keys but its type. */
  String send(String requestType, VirtualMac... macs) {
    return run(requestType, macs).ok().json().get("command_uuid").asText();
  }

  AdminApi.Answer run(String requestType, VirtualMac... macs) {
    List<String> hosts = Arrays.stream(macs).map(mac -> mac.hardware().udid()).toList();
    return admin.post(
        "/api/v1/commands/run", Map.of("command", base64(plist(requestType)), "host_uuids", hosts));
  }

  static String plist(String requestType) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0"><dict><key>Command</key><dict>
          <key>RequestType</key><string>%s</string>
        </dict></dict></plist>
        """
        .formatted(requestType);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode result(String uuid, VirtualMac mac) {
    JsonNode results =
        admin.get("/api/v1/commands/results?command_uuid=" + uuid).ok().json().get("results");
    for (JsonNode result : results) {
      if (result.get("host_uuid").asText().equals(mac.hardware().udid())) {
        return result;
      }
    }
    throw new AssertionError(uuid + " was not sent to " + mac.hardware().udid());
  }

  /** The status of one command by the UDID of the Mac. */
  Map<String, String> statuses(String uuid) {
    Map<String, String> statuses = new HashMap<>();
    admin
        .get("/api/v1/commands/results?command_uuid=" + uuid)
        .ok()
        .json()
        .get("results")
        .forEach(row -> statuses.put(row.get("host_uuid").asText(), row.get("status").asText()));
    return statuses;
  }

  String status(String uuid, VirtualMac mac) {
    return result(uuid, mac).get("status").asText();
  }

  void await(String uuid, VirtualMac mac, String status) {
    Awaitility.await(status + " from " + mac.hardware().serial())
        .atMost(Duration.ofSeconds(150))
        .until(() -> status(uuid, mac).equals(status));
  }

  /** All commands of this Mac, newest first. */
  List<JsonNode> all(VirtualMac mac) {
    JsonNode results =
        admin
            .get("/api/v1/commands?per_page=500&host_identifier=" + mac.hardware().udid())
            .ok()
            .json()
            .get("results");
    List<JsonNode> found = new java.util.ArrayList<>();
    results.forEach(found::add);
    return found;
  }

  boolean nothingWaits(VirtualMac mac) {
    return all(mac).stream()
        .map(row -> row.get("status").asText())
        .noneMatch(status -> status.equals("Pending") || status.equals("NotNow"));
  }
}
