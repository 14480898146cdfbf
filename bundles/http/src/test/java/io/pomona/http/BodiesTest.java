package io.pomona.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.DeviceResource;
import io.pomona.http.AdminServerTest.ObserversView;
import io.pomona.http.AdminServerTest.OneToken;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.core.MediaType;
import org.junit.Rule;
import org.junit.Test;

/** How much body is read, whether its length was declared or not. */
public class BodiesTest {
  private static final int SMALL = 1 << 20;
  private static final int MOST = 16 << 20;
  private static final String SIGNED = "Mdm-Signature";

  private final AdminServer admin =
      new AdminServer(new Listening(), new OneToken(), new ObserversView());
  private final DeviceServer device = new DeviceServer(new Listening());

  @Rule public final TestServer adminSide = new TestServer("/api/*", admin);
  @Rule public final TestServer deviceSide = new TestServer("/mdm/*", device);

  public BodiesTest() {
    admin.bindResource(new LogIn());
    admin.bindResource(new Perhaps());
    device.bindResource(new Connect());
  }

  @Test
  public void whoHasNoAccountHasLittleToSay() {
    for (String path : List.of("/api/v1/login", "/api/latest/fleet/login/")) {
      both(
          (16 << 10) + 1,
          body -> {
            HttpResponse<String> answer = adminSide.send(adminSide.request(path).POST(body));
            assertTrue(answer.body(), answer.body().contains("\"code\":\"http.body_too_large\""));
            assertEquals(path, 413, answer.statusCode());
            return answer;
          });
    }
    HttpRequest.Builder most =
        adminSide.request("/api/v1/login").POST(BodyPublishers.ofByteArray(new byte[16 << 10]));
    assertEquals("16384", adminSide.send(most).body());
  }

  /** Nothing is no JSON, and where none is needed nothing is missing. */
  @Test
  public void whoSendsNoBodySaysNoType() {
    HttpRequest.Builder nothing =
        adminSide.request("/api/v1/perhaps").POST(BodyPublishers.noBody());
    assertEquals("nothing", adminSide.send(nothing).body());
  }

  @Test
  public void aLargeBodyNeedsWhatMayBeAnIdentity() {
    both(SMALL + 1, body -> refused(400, "no_identity", put(body, "X-Other", "y")));
    both(SMALL, body -> read(SMALL, put(body, "X-Other", "y")));
    both(SMALL + 1, body -> read(SMALL + 1, put(body, SIGNED, "x")));
    both(SMALL + 1, body -> read(SMALL + 1, put(body, "X-Any", "c".repeat(900))));
  }

  @Test
  public void nothingIsReadBeyondTheLimit() {
    both(MOST + 1, body -> refused(413, "body_too_large", put(body, SIGNED, "x")));
    both(MOST, body -> read(MOST, put(body, SIGNED, "x")));
  }

  @Test
  public void scepHasALimitOfItsOwn() {
    both(2 << 20, body -> read(2 << 20, scep(body)));
    both((2 << 20) + 1, body -> refused(413, "body_too_large", scep(body)));
  }

  @Test
  public void aMacThatIsNotEnrolledHasLittleToSay() {
    both(64 << 10, body -> read(64 << 10, enroll(body)));
    both((64 << 10) + 1, body -> refused(413, "body_too_large", enroll(body)));
  }

  @Test
  public void onlyAFewLargeBodiesAreTakenAtOnce() {
    LargeBodies places = new LargeBodies(Duration.ofMillis(20));
    List<Runnable> taken = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      places.take();
      taken.add(places::giveBack);
    }
    try {
      places.take();
      throw new AssertionError("a ninth place");
    } catch (MdmException e) {
      assertEquals(MdmException.Kind.UNAVAILABLE, e.kind());
      assertTrue(e.retryAfter().isPresent());
    }
    taken.get(0).run();
    places.take();
  }

  @Test
  public void aPlaceIsGivenBackAfterEachBody() {
    for (int i = 0; i < 20; i++) {
      assertEquals(200, put(declared(SMALL + 1), SIGNED, "x").statusCode());
    }
  }

  @Test
  public void whatMayBeTriedAgainSaysWhen() {
    MdmException later = MdmException.unavailable("a.b", "no").retryAfter(Duration.ofSeconds(7));
    assertEquals(
        "7",
        io.pomona.http.device.DeviceErrors.answer(later).response().getHeaderString("Retry-After"));
    MdmException often = MdmException.tooManyRequests("a.b", "no", Duration.ofMinutes(5));
    assertEquals(429, io.pomona.http.admin.AdminErrors.answer(often).status());
    assertEquals(
        "300",
        io.pomona.http.admin.AdminErrors.answer(often).response().getHeaderString("Retry-After"));
  }

  private static void both(int length, Function<BodyPublisher, HttpResponse<String>> request) {
    request.apply(declared(length));
    request.apply(chunked(length));
  }

  private static BodyPublisher declared(int length) {
    return BodyPublishers.ofByteArray(new byte[length]);
  }

  private static BodyPublisher chunked(int length) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
  }

  private HttpResponse<String> put(BodyPublisher body, String header, String value) {
    return deviceSide.send(deviceSide.request("/mdm/apple/mdm").header(header, value).PUT(body));
  }

  private HttpResponse<String> scep(BodyPublisher body) {
    return deviceSide.send(deviceSide.request("/mdm/apple/scep").POST(body));
  }

  private HttpResponse<String> enroll(BodyPublisher body) {
    return deviceSide.send(deviceSide.request("/mdm/apple/enroll").header(SIGNED, "x").POST(body));
  }

  private static HttpResponse<String> read(int length, HttpResponse<String> answer) {
    assertEquals(Integer.toString(length), answer.body());
    return answer;
  }

  private static HttpResponse<String> refused(
      int status, String code, HttpResponse<String> answer) {
    assertEquals(answer.body(), status, answer.statusCode());
    assertTrue(answer.body(), answer.body().contains("http." + code));
    return answer;
  }

  @Path("login")
  public static final class LogIn implements AdminResource {
    @POST
    @Anonymous
    @Consumes(MediaType.WILDCARD)
    public String logIn(byte[] body) {
      return Integer.toString(body.length);
    }
  }

  @Path("perhaps")
  public static final class Perhaps implements AdminResource {
    /** What may be said. */
    public record Word(String text) {}

    @POST
    @Anonymous
    @Consumes(MediaType.APPLICATION_JSON)
    public String say(Word word) {
      return word == null ? "nothing" : word.text();
    }
  }

  @Path("apple")
  public static final class Connect implements DeviceResource {
    @PUT
    @Path("mdm")
    public String connect(byte[] body) {
      return Integer.toString(body.length);
    }

    @POST
    @Path("scep")
    public String scep(byte[] body) {
      return Integer.toString(body.length);
    }

    @POST
    @Path("enroll")
    public String enroll(byte[] body) {
      return Integer.toString(body.length);
    }
  }
}
