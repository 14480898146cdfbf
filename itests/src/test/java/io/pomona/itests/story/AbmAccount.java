package io.pomona.itests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.apple.abm.AbmPerson;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.apple.abm.TokenCipher;
import io.pomona.simulator.apple.abm.VirtualAbm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;

/** An organization with one server in ABM, and its token as an admin sees it. */
final class AbmAccount {
  static final String TOKENS = "/api/v1/abm_tokens";

  final VirtualAbm abm;
  final AbmPerson person;
  final AbmServer server;
  private final AdminApi admin;

  AbmAccount(VirtualWorld world, AdminApi admin, String organization) {
    this.admin = admin;
    this.abm = world.abm();
    this.person = abm.person(organization);
    this.server = person.addServer(organization + " " + UUID.randomUUID(), publicKey());
  }

  private String publicKey() {
    String key =
        admin.get("/api/v1/mdm/apple/abm_public_key").ok().json().get("public_key").asText();
    return new String(Base64.getDecoder().decode(key), StandardCharsets.US_ASCII);
  }

  byte[] download() {
    return person.downloadToken(server, TokenCipher.AES256);
  }

  /** Loads the token. */
  long connect() {
    return admin
        .upload(TOKENS, "token", "token.p7m", download())
        .ok()
        .json()
        .at("/abm_token/id")
        .asLong();
  }

  /** The only token that there is of this organization. */
  JsonNode token() {
    for (JsonNode token : admin.get(TOKENS).ok().json().get("abm_tokens")) {
      if (token.get("org_name").asText().equals(person.organization().name())) {
        return token;
      }
    }
    throw new AssertionError("No token of " + person.organization().name());
  }

  String trouble() {
    return token().at("/trouble/kind").asText();
  }

  void renew(long id) {
    admin.upload("PATCH", TOKENS + "/" + id + "/renew", "token", "t.p7m", download()).ok();
  }

  void sync(long id, boolean full) {
    admin.post(TOKENS + "/" + id + "/sync?full=" + full, Map.of()).ok();
  }

  /** Serial numbers of hosts that are Pending, those of this prefix. */
  Set<String> pending(String prefix) {
    Set<String> serials = new TreeSet<>();
    admin
        .get("/api/v1/hosts?mdm_enrollment_status=pending&per_page=1000&query=" + prefix)
        .ok()
        .json()
        .get("hosts")
        .forEach(host -> serials.add(host.get("hardware_serial").asText()));
    return serials;
  }

  void awaitPending(String prefix, List<String> serials) {
    Awaitility.await(prefix)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> pending(prefix).equals(new TreeSet<>(serials)));
  }

  void awaitTrouble(String kind) {
    Awaitility.await("trouble: " + kind)
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> trouble().equals(kind));
  }

  /** Without traces for other stories. */
  void close() {
    abm.script().clear();
    for (JsonNode token : admin.get(TOKENS).ok().json().get("abm_tokens")) {
      admin.delete(TOKENS + "/" + token.get("id").asLong() + "?force=true").ok();
    }
  }
}
