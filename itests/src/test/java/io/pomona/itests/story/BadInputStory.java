package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.simulator.mac.MessageSignature;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;

/** Whatever is sent: a 4xx with a reason, nothing stored, and no 401 to a Mac. */
public class BadInputStory {
  private static final int TOO_MUCH = 33 << 20;

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Hosts hosts = new Hosts(admin);
  private final Orders orders = new Orders(admin);
  private final MacRequests requests = new MacRequests(STAGE);
  private VirtualMac mac;

  @Before
  public void aMac() {
    mac = STAGE.world().enrollAsleep(admin, STAGE.world().newMac());
  }

  @Test
  public void macsThatSpeakNonsense() {
    String waiting = orders.send("CertificateList", mac);
    BadMessages.all(mac)
        .forEach(
            (what, body) -> {
              String signature = sign(body);
              refused(what + ", check-in", requests.checkIn(body, signature));
              refused(what + ", connect", requests.connect(body, signature));
              refused(what + ", unsigned", requests.connect(body, ""));
            });
    assertEquals("Pending", orders.status(waiting, mac));
    assertEquals(Hosts.ON, hosts.mdm(mac));
    mac.poll();
    assertEquals(Orders.DONE, orders.status(waiting, mac));
  }

  @Test
  public void scepThatIsNone() {
    for (byte[] body : BadMessages.all(mac).values()) {
      refused("SCEP", scep("POST", "?operation=PKIOperation", body));
    }
    for (String query :
        List.of(
            "",
            "?operation=",
            "?operation=Get",
            "?operation=PKIOperation",
            "?operation=PKIOperation&message=AAAA",
            "?operation=PKIOperation&message=" + "A".repeat(3000))) {
      refused(query, scep("GET", query, new byte[0]));
    }
  }

  private Reply scep(String method, String query, byte[] body) {
    return requests.send(
        method,
        "/mdm/apple/scep" + query,
        Map.of("Content-Type", "application/x-pki-message"),
        body);
  }

  @Test
  public void requestsThatAreNotForMacs() {
    byte[] idle = Messages.idle(mac);
    Map<String, String> signed = MacRequests.headers(MacRequests.CONNECT, sign(idle));
    for (String method : List.of("GET", "POST", "DELETE", "PATCH")) {
      refused(method, requests.send(method, "/mdm/apple/mdm", signed, idle));
    }
    assertEquals(405, requests.send("TRACE", "/mdm/apple/mdm", signed, new byte[0]).status());
    for (String type : List.of("text/plain", "application/json", "application/xml")) {
      refused(
          type,
          requests.send("PUT", "/mdm/apple/mdm", MacRequests.headers(type, sign(idle)), idle));
    }
    for (String path :
        List.of(
            "/mdm",
            "/mdm/",
            "/mdm/apple",
            "/mdm/apple/mdm/x",
            "/mdm/apple/..;/mdm",
            "/mdm/apple//mdm",
            "/mdm/apple/mdm;x=1",
            "/mdm/%2e%2e/api/v1/hosts",
            "/mdm/apple/%2e/mdm",
            "/mdm/apple%2fmdm",
            "/mdm/x/../apple/mdm")) {
      refused(path, requests.send("PUT", path, signed, idle));
    }
  }

  @Test
  public void bodiesThatAreTooLarge() {
    byte[] large = new byte[17 << 20];
    assertEquals(413, requests.checkIn(large, "").status());
    assertEquals(413, requests.connect(large, "").status());
    refused("SCEP", scep("POST", "?operation=PKIOperation", large));
    Answer answer =
        STAGE
            .pomona()
            .api()
            .send(
                STAGE
                    .pomona()
                    .api()
                    .request("/api/v1/login")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(new byte[TOO_MUCH])));
    assertEquals(413, answer.status());
  }

  @Test
  public void jsonThatIsNone() {
    for (LiveOperations.Call call : LiveOperations.withBody()) {
      badJson()
          .forEach(
              (what, body) -> {
                Answer answer =
                    admin.send(
                        admin
                            .request(call.path())
                            .header("Content-Type", "application/json")
                            .method(call.method(), BodyPublishers.ofString(body)));
                refused(call + ": " + what, answer);
              });
      byte[] odd = {(byte) 0xFE, (byte) 0xFF, 0, 0};
      refused(
          call + ": half a UTF-32",
          admin.send(
              admin
                  .request(call.path())
                  .header("Content-Type", "application/json")
                  .method(call.method(), BodyPublishers.ofByteArray(odd))));
    }
    assertEquals(200, admin.get("/api/v1/me").status());
  }

  private static Map<String, String> badJson() {
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("empty", "");
    bodies.put("text", "hello");
    bodies.put("cut off", "{\"email\": \"");
    bodies.put("an array", "[1, 2]");
    bodies.put("a number", "1");
    bodies.put("null", "null");
    bodies.put("100,000 deep", "{\"a\":".repeat(100_000));
    bodies.put("deep arrays", "[".repeat(100_000));
    bodies.put(
        "wrong types",
        "{\"email\": [], \"password\": {}, \"admin\": 1, \"certificate\": {\"a\": 1},"
            + " \"command\": [1], \"host_uuids\": \"x\", \"name\": {}, \"device_ids\": {}}");
    bodies.put(
        "twice the same", "{\"email\": \"a\", \"email\": \"b\", \"command\": 1, \"command\": 2}");
    bodies.put(
        "nothing right",
        "{\"email\": \"x\", \"password\": \"\", \"certificate\": \"x\", \"private_key\": \"y\","
            + " \"command\": \"!!\", \"host_uuids\": [\"nobody\"], \"device_ids\": [\"nobody\"]}");
    return bodies;
  }

  @Test
  public void queriesThatMakeNoSense() {
    for (String path :
        List.of(
            "hosts?page=x",
            "hosts?per_page=-1",
            "hosts?per_page=99999999999",
            "hosts?mdm_enrollment_status=odd",
            "hosts/0",
            "hosts/x",
            "hosts/99999999999999999999",
            "hosts/identifier/nobody",
            "commands?page=x",
            "commands?host_identifier=nobody",
            "commands/results",
            "commands/results?command_uuid=x",
            "activities?page=2147483647",
            "activities?per_page=x",
            "configuration_profiles/x",
            "nothing/here",
            "hosts/..%2f..%2fx",
            "hosts//1",
            "hosts;x=1")) {
      refused(path, admin.get("/api/v1/" + path));
    }
  }

  /** A client of the JDK refuses to send most of these. */
  @Test
  public void addressesThatAreNone() {
    RawRequests raw = new RawRequests(STAGE.pomona());
    for (String query :
        List.of("%%%", "x=%zz", "x={a}", "x=a|b", "_wadl", "%5Fwadl", "_method=DELETE", "wsdl")) {
      for (String path :
          List.of("/api/v1/hosts", "/api/v1/version", "/mdm/apple/scep", "/mdm/apple/mdm")) {
        assertEquals(path + "?" + query, 400, raw.status("GET", path + "?" + query));
      }
    }
    for (String path : List.of("/api/v1/hosts/a|b", "/mdm/apple/a|b", "/api/v1/%zz")) {
      assertEquals(path, 400, raw.status("GET", path));
    }
    String override = "X-HTTP-Method-Override: DELETE";
    assertEquals(400, raw.status("GET", "/api/v1/version", override));
  }

  @Test
  public void formsThatAreNone() {
    for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
      Answer answer =
          admin.send(
              admin
                  .request("/api/v1/configuration_profiles")
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString("no form")));
      refused(type, answer);
    }
  }

  private String sign(byte[] body) {
    return MessageSignature.SHA256.of(body, mac.identity().orElseThrow());
  }

  private static void refused(String what, Reply reply) {
    String said = what + ": " + reply.status() + " " + reply.text();
    assertTrue(said, reply.status() / 100 == 4 && reply.status() != 401);
    assertTrue(said, reply.text().length() > 5);
  }

  private static void refused(String what, Answer answer) {
    String said = what + ": " + answer.status() + " " + answer.text();
    assertTrue(said, answer.status() / 100 == 4);
    assertTrue(said, answer.json().path("message").asText().length() > 2);
    assertTrue(said, answer.json().path("code").asText().length() > 2);
  }
}
