package io.pomona.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.rest.DeviceResource;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.ws.rs.Consumes;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;
import org.junit.Rule;
import org.junit.Test;

public class DeviceServerTest {
  private final DeviceServer device = new DeviceServer(new Listening());
  private final ConnectSide connect = new ConnectSide();

  @Rule public final TestServer server = new TestServer("/mdm/*", device);

  public DeviceServerTest() {
    device.bindResource(new CheckInSide());
    device.bindResource(connect);
  }

  @Test
  public void twoSlicesShareOnePathByMediaType() {
    assertEquals("check-in a", put("application/x-apple-aspen-mdm-checkin", "a").body());
    assertEquals("connect a", put("application/x-apple-aspen-mdm; charset=UTF-8", "a").body());
  }

  @Test
  public void anEmptyAnswerHasNoBytes() {
    HttpResponse<String> answer = put("application/x-apple-aspen-mdm", "");
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
  }

  /** A class that is slow to be looked at, as are those of a server that has just started. */
  @Path("apple/slow")
  public static final class Slow implements DeviceResource {
    private final CountDownLatch looked = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public int hashCode() {
      looked.countDown();
      try {
        return goOn.await(20, TimeUnit.SECONDS) ? 1 : 2;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  @Test
  public void whoComesWhileTheFirstRequestStillBuildsWaitsForIt() throws Exception {
    Slow slow = new Slow();
    device.bindResource(slow);
    CompletableFuture<HttpResponse<String>> first = putLater("a");
    assertTrue(slow.looked.await(20, TimeUnit.SECONDS));
    CompletableFuture<HttpResponse<String>> second = putLater("b");
    assertThrows(TimeoutException.class, () -> second.get(500, TimeUnit.MILLISECONDS));
    slow.goOn.countDown();
    assertEquals("connect a", first.join().body());
    assertEquals("connect b", second.join().body());
  }

  private CompletableFuture<HttpResponse<String>> putLater(String body) {
    return CompletableFuture.supplyAsync(() -> put("application/x-apple-aspen-mdm", body));
  }

  @Test
  public void aRequestWaitsForAResourceThatIsOnItsWayBack() {
    assertEquals("connect a", put("application/x-apple-aspen-mdm", "a").body());
    device.unbindResource(connect);
    CompletableFuture<HttpResponse<String>> between = putLater("b");
    CompletableFuture.runAsync(
        () -> device.bindResource(new ConnectSide()),
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
    assertEquals("connect b", between.join().body());
  }

  @Test
  public void aResourceThatHasLeftIsAClientErrorAfterAWhile() {
    device.unbindResource(connect);
    assertEquals(415, put("application/x-apple-aspen-mdm", "a").statusCode());
    assertEquals("check-in a", put("application/x-apple-aspen-mdm-checkin", "a").body());
  }

  /** What a bundle looks like whose classes cannot be loaded, for a while. */
  @Path("apple/broken")
  public static final class Broken implements DeviceResource {
    private volatile boolean whole;

    @Override
    public int hashCode() {
      if (whole) {
        return 1;
      }
      throw new NoClassDefFoundError("org/example/Gone");
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  @Test(timeout = 30_000)
  public void aResourceThatCannotBeLoadedHoldsNoThreads() {
    assertEquals("connect a", put("application/x-apple-aspen-mdm", "a").body());
    Broken broken = new Broken();
    device.bindResource(broken);
    for (int i = 0; i < 3; i++) {
      assertEquals(500, put("application/x-apple-aspen-mdm", "a").statusCode());
    }
    broken.whole = true;
    assertEquals("connect a", put("application/x-apple-aspen-mdm", "a").body());
  }

  @Test
  public void nothingIsEverAnsweredWith401() {
    for (MdmException.Kind kind : MdmException.Kind.values()) {
      int status = put("application/x-apple-aspen-mdm-checkin", kind.name()).statusCode();
      assertTrue(kind + " " + status, status >= 400 && status != 401);
    }
    assertEquals(403, put("application/x-apple-aspen-mdm-checkin", "jaxrs401").statusCode());
    assertEquals(500, put("application/x-apple-aspen-mdm-checkin", "bug").statusCode());
  }

  @Test
  public void unknownMacsAreToldInApplesWord() {
    HttpResponse<String> answer = put("application/x-apple-aspen-mdm-checkin", "unknown");
    assertEquals(403, answer.statusCode());
    assertTrue(answer.body().contains("\"code\":\"com.apple.unrecognized.device\""));
  }

  @Test
  public void otherMethodsMediaTypesAndPathsAreClientErrors() {
    assertEquals(405, server.get("/mdm/apple/mdm").statusCode());
    assertEquals(415, put("text/plain", "a").statusCode());
    assertEquals(404, server.get("/mdm/apple/other").statusCode());
    assertEquals(400, server.get("/mdm/apple/..;/mdm").statusCode());
  }

  private HttpResponse<String> put(String type, String body) {
    HttpRequest.Builder request =
        server
            .request("/mdm/apple/mdm")
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofString(body));
    return server.send(request);
  }

  @Path("apple/mdm")
  public static final class CheckInSide implements DeviceResource {
    @PUT
    @Consumes("application/x-apple-aspen-mdm-checkin")
    public Response checkIn(byte[] body) {
      String text = new String(body, StandardCharsets.UTF_8);
      switch (text) {
        case "jaxrs401":
          throw new NotAuthorizedException("x");
        case "bug":
          throw new IllegalStateException("bug");
        case "unknown":
          throw MdmException.forbidden("enrollment.unknown_device", "Who are you?");
        case "a":
          return Response.ok(("check-in " + text).getBytes(StandardCharsets.UTF_8)).build();
        default:
          throw new MdmException(MdmException.Kind.valueOf(text), "a.b", "no");
      }
    }
  }

  @Path("apple/mdm")
  public static final class ConnectSide implements DeviceResource {
    @PUT
    @Consumes("application/x-apple-aspen-mdm")
    public Response connect(byte[] body) {
      return body.length == 0
          ? Response.ok(new byte[0], "application/xml").build()
          : Response.ok(
                  ("connect " + new String(body, StandardCharsets.UTF_8))
                      .getBytes(StandardCharsets.UTF_8))
              .build();
    }
  }
}
