package io.pomona.itests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.apple.DeviceAuthority;
import io.pomona.simulator.apple.abm.AbmGoods;
import io.pomona.simulator.apple.abm.AbmPerson;
import io.pomona.simulator.apple.abm.AbmProfile;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.setup.SetupAssistant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** An organization of a story's own at ABM, connected to the server, and its buyer. */
final class AbmDesk implements AutoCloseable {
  private static final String TOKENS = "/api/v1/abm_tokens";

  private final Stage stage;
  private final AdminApi admin;
  private final AbmPerson buyer;
  private final AbmServer server;
  private final long token;

  AbmDesk(Stage stage, String organization) {
    this.stage = stage;
    this.admin = stage.admin();
    this.buyer = stage.world().abm().person(organization);
    String key =
        admin.get("/api/v1/mdm/apple/abm_public_key").ok().json().get("public_key").asText();
    String pem = new String(Base64.getDecoder().decode(key), StandardCharsets.US_ASCII);
    this.server = buyer.addServer("Pomona", pem);
    this.token =
        admin
            .upload(TOKENS, "token", "token.p7m", buyer.downloadToken(server))
            .ok()
            .json()
            .at("/abm_token/id")
            .asLong();
  }

  /** Where Macs go that come from now on. */
  void defaultTeam(long team) {
    admin.method("PATCH", TOKENS + "/" + token + "/teams", Map.of("macos_team_id", team)).ok();
  }

  /** ABM assigns them to the server, which has seen it. */
  void assign(List<VirtualMac> macs) {
    buyer.buy(server, macs.stream().map(mac -> AbmGoods.of(mac.hardware())).toList());
    synchronize();
    Awaitility.await("assigned Macs")
        .atMost(Duration.ofSeconds(60))
        .until(() -> macs.stream().allMatch(mac -> isAssigned(host(mac))));
  }

  private static boolean isAssigned(JsonNode host) {
    return !host.at("/mdm/automatic_enrollment/assigned_at").asText("null").equals("null");
  }

  void unassign(VirtualMac mac) {
    buyer.unassign(List.of(mac.hardware().serial()));
    synchronize();
    Awaitility.await("no longer assigned")
        .atMost(Duration.ofSeconds(60))
        .until(() -> !isAssigned(host(mac)));
  }

  void synchronize() {
    admin.post(TOKENS + "/" + token + "/sync", Map.of()).ok();
  }

  JsonNode host(VirtualMac mac) {
    return admin.get("/api/v1/hosts/identifier/" + mac.hardware().serial()).json().path("host");
  }

  String mdm(VirtualMac mac) {
    return host(mac).at("/mdm/enrollment_status").asText();
  }

  String step(VirtualMac mac) {
    return host(mac).at("/mdm/automatic_enrollment/step").asText();
  }

  /**
   * What Apple would show at the Mac.
   *
   * @param byWebView whether the profile at Apple names the web view
   */
  SetupAssistant assistant(VirtualMac mac, boolean byWebView) {
    return assistant(mac, byWebView, stage.world().apple().devices());
  }

  /**
   * @param authority who has issued the certificate with which the Mac signs
   */
  SetupAssistant assistant(VirtualMac mac, boolean byWebView, DeviceAuthority authority) {
    Map<String, Object> profile = new HashMap<>();
    profile.put("url", stage.pomona().url() + "/mdm/apple/enroll");
    profile.put("is_supervised", true);
    if (byWebView) {
      profile.put("configuration_web_url", stage.pomona().url() + "/mdm/apple/enroll/web");
    }
    return SetupAssistant.of(
            mac,
            serial -> Optional.of(new AbmProfile("P", "S", profile)),
            authority,
            stage.world().wires())
        .trusting(stage.pomona().roots());
  }

  @Override
  public void close() {
    admin.delete(TOKENS + "/" + token + "?force=true").ok();
  }
}
