package io.pomona.itests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** What an admin does about a lost Mac. */
record LockDesk(Stage stage, AdminApi admin, Hosts hosts) {
  LockDesk(Stage stage) {
    this(stage, stage.admin(), new Hosts(stage.admin()));
  }

  String path(VirtualMac mac, String what) {
    return "/api/v1/hosts/" + hosts.id(mac) + "/" + what;
  }

  JsonNode post(VirtualMac mac, String what) {
    return post(mac, what, Map.of());
  }

  JsonNode post(VirtualMac mac, String what, Map<String, ?> body) {
    return admin.post(path(mac, what), body).ok().json();
  }

  JsonNode get(VirtualMac mac, String what) {
    return admin.get(path(mac, what)).ok().json();
  }

  /** Of the last lock or erasure; it is the server's secret too. */
  String pin(VirtualMac mac) {
    return secret(mac, post(mac, "unlock").get("unlock_pin").asText());
  }

  String secret(VirtualMac mac, String pin) {
    stage.secrets().plant("a PIN of " + mac.hardware().serial(), pin);
    return pin;
  }

  /** {@code unlocked}, {@code locked} or {@code wiped}, as the host shows it. */
  String status(VirtualMac mac) {
    return hosts.of(mac).at("/mdm/device_status").asText();
  }

  String pending(VirtualMac mac) {
    return hosts.of(mac).at("/mdm/pending_action").asText();
  }

  /** Of the last lock or erasure. */
  String stage(VirtualMac mac) {
    return get(mac, "lock").at("/history/0/stage").asText();
  }

  /** While the Mac polls. */
  void awaitStage(VirtualMac mac, String stage) {
    Awaitility.await(stage)
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              if (mac.enrolled() && !mac.locked()) {
                mac.poll();
              }
              return stage(mac).equals(stage);
            });
  }
}
