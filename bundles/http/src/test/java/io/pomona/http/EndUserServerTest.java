package io.pomona.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.rest.EndUserResource;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.junit.Rule;
import org.junit.Test;

public class EndUserServerTest {
  private final EndUserServer person = new EndUserServer(new Listening());

  @Rule public final TestServer server = new TestServer("/device/*", person);

  public EndUserServerTest() {
    person.bindResource(new Pages());
  }

  /** Some pages. */
  @Path("/")
  public static final class Pages implements EndUserResource {
    @GET
    @Path("page")
    @Produces("text/html")
    public String page() {
      return "<!doctype html>fine";
    }

    @GET
    @Path("waits")
    public String waits() {
      throw MdmException.tooManyRequests("a.b", "Wait <b>now</b>.", Duration.ofHours(1));
    }

    @GET
    @Path("broken")
    public String broken() {
      throw new IllegalStateException("what nobody is told");
    }

    @POST
    @Path("form")
    public String form() {
      return "done";
    }
  }

  private static void isAPage(HttpResponse<String> answer, int status) {
    assertEquals(answer.body(), status, answer.statusCode());
    assertTrue(answer.body(), answer.body().startsWith("<!doctype html>"));
    assertTrue(header(answer, "Content-Type").startsWith("text/html"));
    assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'none';"));
    assertEquals("no-store", header(answer, "Cache-Control"));
    assertEquals("no-referrer", header(answer, "Referrer-Policy"));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  public void whateverIsAnsweredIsAPage() {
    isAPage(server.get("/device/page"), 200);
    isAPage(server.get("/device/nothing/here"), 404);
    isAPage(server.get("/device/page?_method=DELETE"), 400);
    HttpResponse<String> waits = server.get("/device/waits");
    isAPage(waits, 429);
    assertEquals("3600", header(waits, "Retry-After"));
    assertTrue(waits.body(), waits.body().contains("Wait &lt;b&gt;now&lt;/b&gt;."));
    HttpResponse<String> broken = server.get("/device/broken");
    isAPage(broken, 500);
    assertFalse(broken.body(), broken.body().contains("nobody is told"));
  }

  private int form(String header, String value) {
    return server
        .send(server.request("/device/form").header(header, value).POST(BodyPublishers.noBody()))
        .statusCode();
  }

  @Test
  public void aFormOfAnotherSiteIsRefused() {
    assertEquals(200, form("Sec-Fetch-Site", "same-origin"));
    assertEquals(403, form("Sec-Fetch-Site", "cross-site"));
    assertEquals(403, form("Sec-Fetch-Site", "same-site"));
    assertEquals(403, form("Origin", "https://evil.example.com"));
    assertEquals("as our own pages send it", 200, form("Origin", "null"));
    assertEquals(200, form("X-Nothing", "a client that is no browser"));
  }
}
