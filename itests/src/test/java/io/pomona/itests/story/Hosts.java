package io.pomona.itests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Hosts as an admin sees them. */
record Hosts(AdminApi admin) {
  static final String ON = "On (manual)";
  static final String OFF = "Off";

  JsonNode of(VirtualMac mac) {
    return admin.get("/api/v1/hosts/identifier/" + mac.hardware().udid()).ok().json().get("host");
  }

  boolean isKnown(VirtualMac mac) {
    return admin.get("/api/v1/hosts/identifier/" + mac.hardware().udid()).status() == 200;
  }

  long id(VirtualMac mac) {
    return of(mac).get("id").asLong();
  }

  String mdm(VirtualMac mac) {
    return of(mac).path("mdm").path("enrollment_status").asText();
  }

  boolean hasDetails(VirtualMac mac) {
    return of(mac).path("detail_updated_at").asText("null").length() > 10;
  }

  long count() {
    return admin.get("/api/v1/hosts/count").ok().json().get("count").asLong();
  }

  /** Of one profile on this Mac; none where the server does not want it there. */
  List<JsonNode> profile(VirtualMac mac, String name) {
    List<JsonNode> found = new ArrayList<>();
    of(mac)
        .path("mdm")
        .path("profiles")
        .forEach(
            row -> {
              if (row.path("name").asText().equals(name)) {
                found.add(row);
              }
            });
    return found;
  }

  void awaitProfile(VirtualMac mac, String name, String status) {
    Awaitility.await(name + " " + status + " on " + mac.hardware().serial())
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                profile(mac, name).stream()
                    .anyMatch(row -> row.path("status").asText().equals(status)));
  }
}
