package io.pomona.simulator.apple.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class AbmSessionTest {

  @Rule public final AbmScene scene = new AbmScene();

  @Test
  public void aSignedCallOpensASessionThatTellsWhoOneIs() throws IOException {
    AbmClient.Answer account = scene.loggedIn().send("GET", "/account", "");

    assertEquals(200, account.status());
    assertEquals(scene.server.uuid(), account.json().path("server_uuid").asText());
    assertEquals("Orchard Works", account.json().path("org_name").asText());
    assertTrue(account.text().contains("\"uri\":\"/profile/devices\""));
    assertTrue(account.text().contains("\"maximum\":1000"));
  }

  /** The keys of RFC 5849, section 1.2; the signature was reckoned without any of this code. */
  @Test
  public void aSignatureOfAnotherMakerIsUnderstood() {
    OAuthHeader header =
        OAuthHeader.of(
            "OAuth oauth_consumer_key=\"dpf43f3p2l4k3l03\", oauth_token=\"nnch734d00sl2jdk\","
                + " oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1191242096\", oauth_version=\"1.0\","
                + " oauth_nonce=\"kllo9940pd9333jh\", oauth_signature=\"5HAF4MH8ERNdhIlFk4wuJvGBpi4%3D\"");
    ServerToken token =
        new ServerToken(
            header.consumerKey(),
            "kd94hf93k423kf44",
            header.token(),
            "pfkkdhi9sl3r7s00",
            header.timestamp());
    URI uri = URI.create("http://photos.example.net/photos?file=vacation.jpg&size=original");

    assertTrue(header.signedWith(token, "GET", uri));
    assertFalse(header.signedWith(token, "POST", uri));
  }

  @Test
  public void aBadSignatureAnOldTimestampAndARepeatedNonceAreUnauthorized() throws IOException {
    ServerToken token = scene.server.token().orElseThrow();
    ServerToken forged =
        new ServerToken(
            token.consumerKey(), token.consumerSecret(), token.accessToken(), "", token.expiry());
    refused(401, "UNAUTHORIZED", new AbmClient(scene.abm, forged).session());

    AbmClient late = scene.client();
    late.now = late.now.minus(Duration.ofMinutes(6));
    refused(401, "UNAUTHORIZED", late.session());

    AbmClient again = scene.client();
    again.nonce = "once";
    assertEquals(200, again.session().status());
    refused(401, "UNAUTHORIZED", again.session());
  }

  @Test
  public void aCallWithoutItsHeadersIsRefused() throws IOException {
    AbmClient client = scene.loggedIn();
    client.headers.put("Content-Type", "application/json");
    refused(415, "UNSUPPORTED_MEDIA_TYPE", client.send("GET", "/account", ""));
    client.headers.put("Content-Type", "application/json; charset=UTF8");
    client.headers.remove("X-Server-Protocol-Version");
    assertEquals(400, client.send("GET", "/account", "").status());
    client.headers.remove("User-Agent");
    refused(400, "USER_AGENT_INVALID", client.send("GET", "/account", ""));
    refused(405, "METHOD_NOT_ALLOWED", client.send("DELETE", "/account", ""));
    assertEquals(404, client.send("GET", "/roster", "").status());
  }

  @Test
  public void aSessionEndsAndIsForgotten() throws IOException {
    AbmClient client = scene.loggedIn();
    scene.abm.sessionsLast(Duration.ofMinutes(3));
    AbmClient brief = scene.loggedIn();
    scene.clock.forward(Duration.ofMinutes(4));

    refused(401, "UNAUTHORIZED", brief.send("GET", "/account", ""));
    assertEquals(200, client.send("GET", "/account", "").status());
    scene.abm.forgetSessions();
    refused(403, "FORBIDDEN", client.send("GET", "/account", ""));
  }

  @Test
  public void aSessionMayChangeWithEachAnswer() throws IOException {
    scene.abm.rotateSessions(SessionRotation.FORGETTING_THE_OLD);
    AbmClient client = scene.loggedIn();
    AbmClient.Answer first = client.send("GET", "/account", "");
    List<String> next = first.headers().get("x-adm-auth-session");

    refused(403, "FORBIDDEN", client.send("GET", "/account", ""));
    client.headers.put("X-ADM-Auth-Session", next.get(0));
    assertEquals(200, client.send("GET", "/account", "").status());
  }

  @Test
  public void newTermsStopAllUntilTheyAreAccepted() throws IOException {
    AbmClient client = scene.loggedIn();
    scene.abm.person().changeTerms();
    refused(403, "T_C_NOT_SIGNED", client.session());
    refused(403, "T_C_NOT_SIGNED", client.send("GET", "/account", ""));
    scene.abm.person().acceptTerms();
    assertEquals(200, client.send("GET", "/account", "").status());
  }

  @Test
  public void aPasswordChangeAndAYearEndTheToken() throws IOException {
    AbmClient client = scene.loggedIn();
    scene.abm.person().changePassword();
    refused(401, "UNAUTHORIZED", client.session());
    refused(401, "UNAUTHORIZED", client.send("GET", "/account", ""));

    scene.abm.person().downloadToken(scene.server);
    assertEquals(200, scene.client().session().status());
    scene.clock.forward(Duration.ofDays(366));
    refused(401, "UNAUTHORIZED", scene.client().session());
  }

  private static void refused(int status, String text, AbmClient.Answer answer) {
    assertEquals("\"" + text + "\"", answer.text());
    assertEquals(status, answer.status());
  }
}
