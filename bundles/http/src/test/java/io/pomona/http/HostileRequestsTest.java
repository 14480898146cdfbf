package io.pomona.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Anonymous;
import io.pomona.api.rest.DeviceResource;
import io.pomona.api.rest.MultipartForm;
import io.pomona.http.AdminServerTest.ObserversView;
import io.pomona.http.AdminServerTest.OneToken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.junit.Rule;
import org.junit.Test;

/** What no client of ours sends is refused with 400, in our form, before CXF sees it. */
public class HostileRequestsTest {
  private static final List<String> QUERIES =
      List.of(
          "x=%zz",
          "%%%", "x=%", "x=%4", "x={a}", "x=a|b", "x=^", "x=\"", "x=<a>", "x=%00", "x=a\\b");
  private static final List<String> SWITCHES =
      List.of(
          "_wadl",
          "_wadl=yes",
          "x=1&_wadl",
          "%5Fwadl",
          "_%77adl&x=1",
          "_method=DELETE",
          "_type=xml",
          "_ctype=json",
          "_s=1",
          "wsdl",
          "WSDL",
          "wadl",
          "xsd=1",
          "x=1;_wadl");

  private final AdminServer admin =
      new AdminServer(new Listening(), new OneToken(), new ObserversView());
  private final DeviceServer device = new DeviceServer(new Listening());

  @Rule public final TestServer adminSide = new TestServer("/api/*", admin);
  @Rule public final TestServer deviceSide = new TestServer("/mdm/*", device);

  public HostileRequestsTest() {
    admin.bindResource(new Echo());
    device.bindResource(new DeviceEcho());
  }

  @Test
  public void aQueryThatIsNone() {
    QUERIES.forEach(query -> refused("GET", query));
  }

  @Test
  public void aQueryThatSwitchesCxfToSomethingElse() {
    SWITCHES.forEach(query -> refused("GET", query));
    SWITCHES.forEach(query -> refused("POST", query));
  }

  @Test
  public void aMethodThatIsAnother() {
    for (String name : List.of("X-HTTP-Method-Override", "x-http-method-override")) {
      assertEquals(400, adminSide.rawStatus("GET", "/api/v1/echo", name + ": DELETE"));
      assertEquals(400, deviceSide.rawStatus("GET", "/mdm/echo", name + ": DELETE"));
    }
  }

  @Test
  public void aPathThatIsNone() {
    for (String end : List.of("a|b", "{a}", "%zz", "a\"b", "%", "<a>", "^", "`")) {
      assertEquals(end, 400, adminSide.rawStatus("GET", "/api/v1/echo/" + end));
      assertEquals(end, 400, deviceSide.rawStatus("GET", "/mdm/echo/" + end));
    }
  }

  @Test
  public void aHostThatIsNone() {
    for (String host : List.of("a|b", "a{b", "a b", "[", "a\"b")) {
      String head = "GET /api/v1/echo HTTP/1.1\r\nHost: " + host;
      assertTrue(host, adminSide.raw(head, new byte[0]).startsWith("HTTP/1.1 400"));
    }
  }

  @Test
  public void whatIsOddButSoundIsServed() {
    for (String query :
        List.of("", "x=", "x=%7Ba%7D", "x=a+b%20c", "x=%C3%A4", "x=ä", "x=[1]", "&&")) {
      assertEquals(query, 200, adminSide.rawStatus("GET", "/api/v1/echo?" + query));
      assertEquals(query, 200, deviceSide.rawStatus("GET", "/mdm/echo?" + query));
    }
  }

  @Test
  public void headersThatMakeNoSenseAreClientErrors() {
    for (String header :
        List.of(
            "Accept: nonsense",
            "Accept: a/b;q=x",
            "Accept: /",
            "Accept-Language: ;;q=",
            "Content-Type: nonsense",
            "Content-Type: text/plain; charset=nonsense",
            "Content-Type: application/json; charset=\"",
            "Cookie: =;=;\"")) {
      int admins = adminSide.rawStatus("POST", "/api/v1/echo", header, "Content-Length: 0");
      assertTrue(header + " " + admins, admins < 500);
      int macs = deviceSide.rawStatus("POST", "/mdm/echo", header, "Content-Length: 0");
      assertTrue(header + " " + macs, macs < 500 && macs != 401);
    }
  }

  @Test
  public void formsThatAreNone() {
    for (String type :
        List.of(
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=\"")) {
      for (String body :
          List.of(
              "",
              "nothing",
              "--x",
              "--x\r\n",
              "--x--\r\n",
              "--x\r\nContent-Disposition: form-data",
              "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut",
              "--y\r\n\r\na\r\n--y--\r\n")) {
        int status = form(type, body.getBytes(StandardCharsets.UTF_8));
        assertTrue(
            type + " " + body + " " + status, status == 400 || status == 415 || status == 200);
      }
    }
    assertEquals(400, form("multipart/form-data", "a".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        400, form("multipart/form-data; boundary=x", "a".getBytes(StandardCharsets.UTF_8)));
  }

  private int form(String type, byte[] body) {
    String head =
        "POST /api/v1/echo/form HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d"
            .formatted(type, body.length);
    return Integer.parseInt(adminSide.raw(head, body).substring(9, 12));
  }

  @Test
  public void bytesThatAreNoJson() {
    byte[][] bodies = {
      {(byte) 0xFE, (byte) 0xFF, 0, 0},
      {(byte) 0xFE, (byte) 0xFF, 0, 0, 0, '{'},
      {0, 0, (byte) 0xFF, (byte) 0xFE},
      {(byte) 0xFF, (byte) 0xFE, 0, 0, 1},
      {'{', '"', (byte) 0xC3, '"', '}'},
      {'"', (byte) 0xFF, '"'},
      {0, 0, 0, '{', 0, 0x11, 0, 0},
      {0}
    };
    for (byte[] body : bodies) {
      String head =
          "POST /api/v1/echo/json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + body.length;
      String answer = adminSide.raw(head, body);
      assertTrue(java.util.Arrays.toString(body) + answer, answer.startsWith("HTTP/1.1 400"));
      assertTrue(answer, answer.contains("\"code\":\"http.bad_json\""));
    }
  }

  private void refused(String method, String query) {
    String head = " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0";
    String admins = adminSide.raw(method + " /api/v1/echo?" + query + head, new byte[0]);
    assertTrue(query + ": " + admins, admins.startsWith("HTTP/1.1 400"));
    assertTrue(query + ": " + admins, admins.contains("\"code\":\"http."));
    String macs = deviceSide.raw(method + " /mdm/echo?" + query + head, new byte[0]);
    assertTrue(query + ": " + macs, macs.startsWith("HTTP/1.1 400"));
  }

  public record Word(String word) {}

  @Path("echo")
  public static final class Echo implements AdminResource {
    @GET
    @Anonymous
    public String get(@QueryParam("x") String x) {
      return "x" + x;
    }

    @POST
    @Anonymous
    @Consumes(MediaType.WILDCARD)
    public String post(String body) {
      return "posted";
    }

    @DELETE
    @Anonymous
    public String delete() {
      return "deleted";
    }

    @POST
    @Path("form")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Anonymous
    public String form(MultipartForm form) {
      return "form";
    }

    @POST
    @Path("json")
    @Consumes(MediaType.APPLICATION_JSON)
    @Anonymous
    public Word json(Word word) {
      return word;
    }
  }

  @Path("echo")
  public static final class DeviceEcho implements DeviceResource {
    @GET
    public String get(@QueryParam("x") String x) {
      return "x" + x;
    }

    @POST
    public String post(byte[] body) {
      return "posted";
    }
  }
}
