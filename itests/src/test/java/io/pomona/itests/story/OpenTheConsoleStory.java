package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.ClassRule;
import org.junit.Test;

/** What a browser is sent before it runs anything, and how it keeps its session. */
public class OpenTheConsoleStory {
  @ClassRule public static final Stage STAGE = new Stage();

  private static final Pattern SCRIPT = Pattern.compile("src=\"(/console/assets/[^\"]+\\.js)\"");
  private static final String EMAIL = "connie@example.com";
  private static final String PASSWORD = "a password for the console";

  private final AdminApi nobody = STAGE.pomona().api();

  @Test
  public void theBareAddressLeadsToTheConsole() {
    Answer root = nobody.get("/");
    assertEquals(302, root.status());
    assertEquals("/console/", root.headers().firstValue("Location").orElse(""));
  }

  @Test
  public void theConsoleComesWithAPolicyThatRunsItsFilesOnly() {
    Answer page = nobody.get("/console/hosts/1").ok();
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy, policy.contains("default-src 'none'"));
    assertFalse(policy, policy.contains("unsafe"));
    Matcher script = SCRIPT.matcher(page.text());
    assertTrue(page.text(), script.find());
    assertFalse("no script within the page", page.text().contains("<script>"));

    Answer file = nobody.get(script.group(1)).ok();
    assertTrue(file.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
    assertTrue(file.headers().firstValue("Content-Type").orElse("").contains("javascript"));
    assertEquals("", file.headers().firstValue("Content-Encoding").orElse(""));
    HttpRequest.Builder small = nobody.request(script.group(1)).header("Accept-Encoding", "gzip");
    Answer zipped = nobody.send(small.GET()).ok();
    assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals(404, nobody.get("/console/assets/gone.js").status());
  }

  @Test
  public void theSessionOfABrowserIsACookieThatNoOtherSiteCanUse() {
    STAGE
        .admin()
        .post(
            "/api/v1/users",
            Map.of(
                "name", "Connie", "email", EMAIL, "password", PASSWORD, "global_role", "observer"))
        .ok();
    Answer answer =
        nobody.send(
            nobody
                .request("/api/v1/login")
                .header("Content-Type", "application/json")
                .header("X-Pomona-Session", "console")
                .POST(
                    BodyPublishers.ofString(
                        "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}")));
    assertEquals("", answer.ok().json().get("token").asText());
    String set = answer.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(
        set, set.matches("__Host-pomona-session=.+; Path=/; .*Secure; HttpOnly; SameSite=Strict"));
    String cookie = set.substring(0, set.indexOf(';'));
    STAGE.secrets().plant("session of the console", cookie.substring(cookie.indexOf('=') + 1));

    assertEquals(401, withCookie(cookie, "Accept").status());
    Answer me = withCookie(cookie, "X-Pomona-Session").ok();
    assertTrue(
        me.text(), me.json().at("/permissions/everywhere").toString().contains("VIEW_HOSTS"));
    assertFalse(me.json().at("/permissions/everywhere").toString().contains("EDIT_APNS"));
  }

  private Answer withCookie(String cookie, String header) {
    return nobody.send(
        nobody.request("/api/v1/me").header("Cookie", cookie).header(header, "*/*").GET());
  }
}
