package io.pomona.simulator.mac.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pomona.simulator.apple.abm.AbmProfile;
import io.pomona.simulator.mac.EnrollmentRefusedException;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MacSetup;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.oidc.VirtualPerson;
import io.pomona.simulator.oidc.VirtualProvider;
import io.pomona.simulator.support.TestKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A server with a login elsewhere and terms to agree to, and a Mac that goes through both. */
public class SetupWebViewTest {

  private final FakeEnrollment server = new FakeEnrollment();
  private final VirtualProvider provider = VirtualProvider.http();
  private final List<String> seen = new ArrayList<>();
  private HttpServer pages;
  private VirtualMac mac;
  private SetupAssistant assistant;

  @Before
  public void start() throws IOException {
    pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    pages.createContext("/", this::serve);
    pages.start();
    MacSetup setup = MacSetup.real(server).with(TestKeys.KEYS).with(Pause.none());
    mac = VirtualMac.inMemory(MacHardware.seeded(79), setup);
    AbmProfile profile =
        new AbmProfile(
            "P",
            "S",
            Map.of("url", "https://localhost/enroll", "configuration_web_url", base() + "/start"));
    assistant = SetupAssistant.of(mac, serial -> Optional.of(profile), server.devices, server);
  }

  @After
  public void stop() {
    pages.stop(0);
    provider.close();
  }

  private String base() {
    return "http://localhost:" + pages.getAddress().getPort();
  }

  private void serve(HttpExchange http) throws IOException {
    String device = http.getRequestHeaders().getFirst("x-apple-aspen-deviceinfo");
    String cookie = String.valueOf(http.getRequestHeaders().getFirst("Cookie"));
    String path = http.getRequestURI().getPath();
    seen.add(path + (device == null ? "" : " device") + " " + cookie);
    String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (path) {
      case "/start" -> start(http, device);
      case "/back" -> page(http, 200, TERMS);
      case "/terms" -> {
        boolean agreed = body.equals("csrf=a%22b&read=yes&note=hello&answer=yes");
        reply(http, agreed ? 200 : 403, "application/x-apple-aspen-config", server.profile());
      }
      default -> page(http, 404, "");
    }
  }

  private static final String TERMS =
      """
      <h1>Terms</h1><form method="post" action="/terms">
      <input type=hidden name="csrf" value="a&quot;b"><input type="checkbox" name="read" value="yes">
      <input name='note'><button name="answer" value="no">Disagree</button>
      <button name="answer" value="yes">I accept</button></form>
      """;

  private void start(HttpExchange http, String device) throws IOException {
    server.see(Base64.getDecoder().decode(device));
    http.getResponseHeaders().set("Set-Cookie", "visit=1; Path=/; HttpOnly");
    String link =
        provider.issuer()
            + "/authorize?client_id="
            + VirtualProvider.CLIENT
            + "&amp;response_type=code&amp;code_challenge_method=S256&amp;code_challenge=x"
            + "&amp;scope=openid&amp;nonce=n&amp;state=s&amp;redirect_uri="
            + base()
            + "/back";
    page(http, 200, "<p>Welcome.</p><a class=\"button\" href=\"" + link + "\">Log in</a>");
  }

  private static void page(HttpExchange http, int status, String html) throws IOException {
    reply(http, status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  private static void reply(HttpExchange http, int status, String type, byte[] body)
      throws IOException {
    http.getResponseHeaders().set("Content-Type", type);
    http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    http.getResponseBody().write(body);
    http.close();
  }

  @Test
  public void logsInAgreesAndEnrolls() throws Exception {
    provider.arrives(new VirtualPerson("1", "ada@example.com", "Ada Byron"));
    SetupPerson person = SetupPerson.agreeable().typing("note", "hello").pressing("accept");

    assertTrue(assistant.with(person).run());

    assertTrue(mac.enrolled());
    assertEquals(List.of("/start device null", "/back visit=1", "/terms visit=1"), seen);
    assertEquals(mac.hardware().serial(), server.machines.get(0).text("SERIAL").orElseThrow());
  }

  @Test
  public void whoDisagreesDoesNotEnroll() {
    provider.arrives(new VirtualPerson("1", "ada@example.com", "Ada Byron"));

    EnrollmentRefusedException refused =
        assertThrows(
            EnrollmentRefusedException.class,
            () -> assistant.with(SetupPerson.agreeable().pressing("disagree")).run());
    assertEquals(403, refused.status());
  }
}
