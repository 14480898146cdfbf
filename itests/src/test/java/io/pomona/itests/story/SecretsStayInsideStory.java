package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.secrets.PlantedSecrets;
import io.pomona.simulator.apple.abm.ServerToken;
import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.EnrollmentProfile;
import io.pomona.simulator.mac.VirtualMac;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * Secrets of every kind are given to the server, or got from it, through its public interfaces.
 * When the suite ends, {@link Stage} looks for them in all that the server has written.
 */
public class SecretsStayInsideStory {
  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final int OF_EACH = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final PlantedSecrets secrets = STAGE.secrets();
  private final Orders orders = new Orders(admin);

  @AfterClass
  public static void rest() {
    STAGE.world().allRest();
  }

  private static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  public void passwordsAndSessions() {
    for (int i = 0; i < OF_EACH; i++) {
      String email = "secret" + i + "@example.com";
      String password = "Pw-" + random();
      secrets.plant("password of " + email, password);
      Map<String, Object> account =
          Map.of("name", "S", "email", email, "password", password, "global_role", "observer");
      admin.post("/api/v1/users", account).ok();
      secrets.plant("session of " + email, STAGE.pomona().logIn(email, password).token());
      String guess = "Guess-" + random();
      secrets.plant("a wrong password of " + email, guess);
      Map<String, Object> wrong = Map.of("email", email, "password", guess);
      assertEquals(401, admin.post("/api/v1/login", wrong).status());
    }
  }

  @Test
  public void secretsOfWebhooks() {
    try (HookReceiver receiver = new HookReceiver()) {
      for (int i = 0; i < OF_EACH; i++) {
        Map<String, Object> hook = Map.of("name", "Secret " + i, "url", receiver.url());
        JsonNode made = admin.post(WEBHOOKS, hook).ok().json().get("webhook");
        secrets.plant("secret of webhook " + i, made.get("secret").asText());
        admin
            .method("PATCH", WEBHOOKS + "/" + made.get("id").asLong(), Map.of("paused", true))
            .ok();
      }
    }
  }

  @Test
  public void challengesAndBootstrapTokens() throws Exception {
    for (int i = 0; i < OF_EACH; i++) {
      VirtualMac mac = STAGE.world().newMac();
      byte[] profile = VirtualWorld.profile(admin);
      String challenge =
          EnrollmentProfile.of(ConfigurationProfile.parse(profile))
              .scep()
              .challenge()
              .orElseThrow();
      secrets.plant("challenge " + i, challenge);
      mac.enroll(profile);
      mac.poll();
      byte[] token = new byte[48];
      RANDOM.nextBytes(token);
      secrets.plant("bootstrap token " + i, token);
      mac.setBootstrapToken(token);
      command(i, mac);
      mac.poll();
    }
  }

  private void command(int number, VirtualMac mac) {
    String password = "Lock-" + random();
    secrets.plant("password " + number + " in a command", password);
    String plist =
        Orders.plist("VerifyRecoveryLock")
            .replace(
                "<key>RequestType",
                "<key>Password</key><string>" + password + "</string><key>RequestType");
    Map<String, Object> order =
        Map.of("command", Orders.base64(plist), "host_uuids", List.of(mac.hardware().udid()));
    admin.post("/api/v1/commands/run", order).ok();
  }

  @Test
  public void tokensOfBusinessManager() {
    for (int i = 0; i < 3; i++) {
      AbmAccount account = new AbmAccount(STAGE.world(), admin, "Secret " + i);
      long id = account.connect();
      ServerToken token = account.server.token().orElseThrow();
      secrets.plant("consumer secret " + i, token.consumerSecret());
      secrets.plant("access token " + i, token.accessToken());
      secrets.plant("access secret " + i, token.accessSecret());
      account.sync(id, true);
    }
  }

  @Test
  public void passwordsInProfiles() {
    String password = "Wifi-" + random();
    secrets.plant("password in a profile", password);
    SampleProfile profile = SampleProfile.named("Secret");
    String text = new String(profile.mobileconfig(), StandardCharsets.UTF_8);
    String secret =
        text.replace(
            "<key>idleTime", "<key>Password</key><string>" + password + "</string><key>idleTime");
    assertTrue(secret.contains(password));
    admin
        .upload(
            "/api/v1/configuration_profiles",
            "profile",
            "secret.mobileconfig",
            secret.getBytes(StandardCharsets.UTF_8))
        .ok();
  }
}
