package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.karaf.Pomonactl;
import io.pomona.itests.karaf.Pomonactl.Result;
import io.pomona.itests.karaf.Pomonactl.Running;
import io.pomona.simulator.oidc.Forgery;
import io.pomona.simulator.oidc.Forgery.Seal;
import io.pomona.simulator.oidc.VirtualPerson;
import io.pomona.simulator.oidc.VirtualProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** People log in by a provider of identities: in a browser, and in a command line. */
public class LogInByOidcStory {
  private static final String USERS = "/api/v1/users";
  private static final VirtualPerson OLGA =
      new VirtualPerson("olga-1", "olga@oidc.example.com", "Olga <script>alert(1)</script>");
  private static final VirtualPerson ADMIN =
      new VirtualPerson("mallory-1", Pomona.EMAIL, "Mallory");

  @ClassRule public static final Stage STAGE = new Stage();
  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private final AdminApi admin = STAGE.admin();
  private final AdminApi nobody = STAGE.pomona().api();
  private SsoWorld world;

  @Before
  public void aProvider() {
    world = new SsoWorld(STAGE.pomona());
    world.provider().arrives(OLGA);
    world.connect("");
  }

  @After
  public void asUsual() {
    world.disconnect();
    people().forEach(user -> admin.delete(USERS + "/" + user.get("id").asLong()).ok());
    world.close();
  }

  private List<JsonNode> people() {
    JsonNode all = admin.get(USERS).ok().json().get("users");
    return java.util.stream.StreamSupport.stream(all.spliterator(), false)
        .filter(user -> user.get("email").asText().endsWith("@oidc.example.com"))
        .toList();
  }

  private void addOlga(String role) {
    Map<String, Object> body =
        Map.of("email", OLGA.email(), "sso_enabled", true, "global_role", role);
    assertTrue(admin.post(USERS, body).ok().json().at("/user/sso_enabled").asBoolean());
  }

  @Test
  public void aBrowserGetsASessionThatNoScriptAndNoOtherSiteCanUse() {
    addOlga("maintainer");
    Answer finished = world.logIn();
    assertEquals(finished.text(), 302, finished.status());
    assertEquals(STAGE.pomona().url() + "/hosts", SsoWorld.location(finished).toString());
    String set =
        finished.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("__Host-pomona-session="))
            .findFirst()
            .orElseThrow();
    assertTrue(set, set.matches(".*; Path=/; Max-Age=[0-9]+; Secure; HttpOnly; SameSite=Strict"));
    String cookie =
        "__Host-pomona-session=" + SsoWorld.cookies(finished).get("__Host-pomona-session");
    assertEquals(401, withCookie("/api/v1/me", "Cookie", cookie).status());
    Answer me = withCookie("/api/v1/me", "Cookie", cookie, "X-Pomona-Session", "1");
    assertEquals(OLGA.email(), me.ok().json().at("/user/email").asText());
    String told = admin.get("/api/v1/activities?type=user_logged_in&per_page=1").ok().text();
    assertTrue(told, told.contains("\"sso\"") && told.contains(OLGA.email()));
    Answer out =
        nobody.send(
            nobody
                .request("/api/v1/logout")
                .header("Cookie", cookie)
                .header("X-Pomona-Session", "1")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertEquals(out.text(), 200, out.status());
    assertEquals(401, withCookie("/api/v1/me", "Cookie", cookie, "X-Pomona-Session", "1").status());
    assertEquals(401, password(OLGA.email(), ""));
  }

  private Answer withCookie(String path, String... headers) {
    return nobody.send(nobody.request(path).headers(headers));
  }

  private int password(String email, String password) {
    return nobody.post("/api/v1/login", Map.of("email", email, "password", password)).status();
  }

  @Test
  public void whoHasNoAccountIsSentAwayUntilFirstLoginsMakeOne() {
    Answer page = world.finish(world.trip(""), "text/html,application/xhtml+xml");
    assertEquals(403, page.status());
    assertTrue(page.text(), page.text().contains("You have no account here."));
    assertFalse(page.text(), page.text().contains("script") || page.text().contains("olga"));
    assertTrue(page.text(), page.text().contains("href=\"/console/\""));
    assertTrue(page.text(), page.text().contains("href=\"/device/style.css\""));
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy, policy.contains("style-src 'self'"));
    assertTrue(policy, policy.contains("default-src 'none'"));
    assertEquals(403, world.logIn().status());
    assertEquals(List.of(), people());

    world.connect("observer");
    assertEquals(302, world.logIn().status());
    JsonNode made = people().get(0);
    assertEquals("observer", made.get("global_role").asText());
    String told = admin.get("/api/v1/activities?type=created_user&per_page=1").ok().text();
    assertTrue(told, told.contains("\"jit\"") && told.contains(OLGA.email()));
  }

  @Test
  public void theProviderTakesNoAccountOver() {
    world.provider().arrives(ADMIN);
    Answer refused = world.logIn();
    assertEquals(403, refused.status());
    assertEquals("organization.sso_not_enabled", refused.json().get("code").asText());
    world.connect("observer");
    assertEquals(403, world.logIn().status());

    addOlga("maintainer");
    world.provider().arrives(OLGA);
    assertEquals(302, world.logIn().status());
    world.provider().arrives(new VirtualPerson("olga-2", OLGA.email(), "Another Olga"));
    assertEquals("organization.sso_other_subject", world.logIn().json().get("code").asText());
  }

  @Test
  public void forgedTokensLogNobodyIn() {
    addOlga("maintainer");
    for (Seal seal : Seal.values()) {
      world.provider().forge(Forgery.of(seal));
      Answer answer = world.logIn();
      assertEquals(seal + answer.text(), seal == Seal.HONEST ? 302 : 403, answer.status());
      assertEquals(seal == Seal.HONEST, SsoWorld.cookies(answer).size() == 1);
    }
    for (Forgery forgery :
        List.of(
            Forgery.claiming("iss", "https://evil.example.com"),
            Forgery.claiming("aud", "somebody-else"),
            Forgery.claiming("azp", "somebody-else"),
            Forgery.claiming("nonce", "another"),
            Forgery.claiming("exp", 1_000_000_000L),
            Forgery.claiming("email_verified", false))) {
      world.provider().forge(forgery);
      assertEquals(403, world.logIn().status());
    }
  }

  @Test
  public void aLoginCannotBeTakenElsewhereOrTwice() {
    addOlga("maintainer");
    SsoWorld.Trip trip = world.trip("?next=/hosts");
    SsoWorld.Trip stranger = world.trip("?next=/hosts");
    assertEquals(403, world.finish(new SsoWorld.Trip(stranger.cookie(), trip.callback())).status());
    assertEquals(302, world.finish(trip).status());
    assertEquals(403, world.finish(trip).status());
    for (String elsewhere :
        List.of("https://evil.example.com/", "//evil.example.com", "/%5Cevil")) {
      assertEquals(422, nobody.get("/api/v1/sso/login?next=" + elsewhere).status());
    }
    String evil = "?redirect_uri=http://evil.example.com/&code_challenge=" + "A".repeat(43);
    assertEquals(422, nobody.get("/api/v1/sso/login" + evil).status());
  }

  @Test
  public void aCommandLineLogsInByWayOfABrowser() throws Exception {
    KarafShell shell = KarafShell.of(STAGE.pomona().karaf());
    shell.run("mdm:user-add --sso --role maintainer " + OLGA.email());
    String services =
        shell.run("service:list io.pomona.organization.oidc.ConfiguredProvider").get(0);
    assertTrue(services, services.contains("oidc.client.id"));
    assertFalse(services, services.contains(VirtualProvider.SECRET));
    Pomonactl pomonactl = new Pomonactl(STAGE.pomona().karaf(), home.getRoot().toPath());
    try (Running login =
        pomonactl.begin(
            "login",
            "--sso",
            "--no-browser",
            "--address=" + STAGE.pomona().url(),
            "--rootca=" + STAGE.pomona().rootPem())) {
      URI shown = URI.create(login.await(Pattern.compile("https://\\S+")));
      Answer finished = world.finish(world.trip("?" + shown.getRawQuery()));
      assertEquals("no session for the browser", Map.of(), SsoWorld.cookies(finished));
      int seen =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(SsoWorld.location(finished)).build(),
                  BodyHandlers.discarding())
              .statusCode();
      assertEquals(200, seen);
      Result ended = login.end();
      assertEquals(ended.err(), 0, ended.exitCode());
      assertTrue(ended.out(), ended.out().contains("Logged in as " + OLGA.email()));
    }
    assertEquals(0, pomonactl.run("get", "hosts").exitCode());
    long id = people().get(0).get("id").asLong();
    admin.method("PATCH", USERS + "/" + id, Map.of("sso_enabled", false)).ok();
    assertEquals(3, pomonactl.run("get", "hosts").exitCode());
  }
}
