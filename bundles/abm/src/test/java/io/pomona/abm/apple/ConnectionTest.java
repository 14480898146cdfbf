package io.pomona.abm.apple;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.abm.apple.AppleRefusal.Kind;
import io.pomona.abm.apple.Transport.Answer;
import io.pomona.protocol.dep.ServerToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What goes over the wire, and what answers come to. */
public class ConnectionTest {
  private static final ServerToken TOKEN =
      new ServerToken("CK_1", "CS_1", "AT_1", "AS_1", Instant.parse("2027-01-01T00:00:00Z"));
  private static final String ACCOUNT = "{\"server_name\":\"Pomona\"}";

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private final List<Map<String, String>> headers = new ArrayList<>();
  private Optional<String> kept = Optional.empty();

  private final Transport transport =
      new Transport() {
        @Override
        public Answer send(
            String method, String path, Map<String, String> sent, Optional<byte[]> body) {
          calls.add(method + " " + path);
          headers.add(Map.copyOf(sent));
          return answers.remove();
        }

        @Override
        public String address(String path) {
          return "https://mdmenrollment.apple.com" + path;
        }
      };

  private final SessionKeeper keeper =
      new SessionKeeper() {
        @Override
        public Optional<String> kept() {
          return kept;
        }

        @Override
        public void keep(Optional<String> session) {
          kept = session;
        }
      };

  private Connection connection() {
    return new Connection(transport, TOKEN, keeper, new Pace(Duration.ZERO));
  }

  private void answers(int status, String body, String... more) {
    Map<String, String> said = more.length == 0 ? Map.of() : Map.of(more[0], more[1]);
    answers.add(new Answer(status, said, body.getBytes(StandardCharsets.UTF_8)));
  }

  private void session(String token) {
    answers(200, "{\"auth_session_token\":\"" + token + "\"}");
  }

  private AppleRefusal refused() {
    return assertThrows(AppleRefusal.class, () -> connection().account());
  }

  @Test
  public void aSessionIsSignedAndUsed() {
    session("S1");
    answers(200, ACCOUNT);
    assertEquals("Pomona", connection().account().serverName());
    assertEquals(List.of("GET /session", "GET /account"), calls);
    String signed = headers.get(0).get("Authorization");
    for (String part :
        List.of(
            "OAuth ",
            "realm=\"ADM\"",
            "oauth_signature_method=\"HMAC-SHA1\"",
            "oauth_version=\"1.0\"",
            "oauth_consumer_key=\"CK_1\"",
            "oauth_token=\"AT_1\"",
            "oauth_signature=\"",
            "oauth_nonce=\"",
            "oauth_timestamp=\"")) {
      assertTrue(signed, signed.contains(part));
    }
    assertEquals("S1", headers.get(1).get("X-ADM-Auth-Session"));
    for (Map<String, String> sent : headers) {
      assertEquals("application/json;charset=UTF8", sent.get("Content-Type"));
      assertTrue(Integer.parseInt(sent.get("X-Server-Protocol-Version")) >= 3);
      assertTrue(sent.get("User-Agent").startsWith("Pomona"));
    }
    assertEquals(Optional.of("S1"), kept);
  }

  @Test
  public void aKeptSessionGoesOnAndTheNewestIsKept() {
    kept = Optional.of("S1");
    answers(200, ACCOUNT, "x-adm-auth-session", "S2");
    answers(200, ACCOUNT);
    Connection connection = connection();
    connection.account();
    connection.account();
    assertEquals(List.of("GET /account", "GET /account"), calls);
    assertEquals("S2", headers.get(1).get("X-ADM-Auth-Session"));
    assertEquals(Optional.of("S2"), kept);
  }

  @Test
  public void aSessionThatIsNotKnownIsOpenedAnewOnce() {
    for (int status : new int[] {401, 403}) {
      kept = Optional.of("S1");
      answers(status, "\"FORBIDDEN\"");
      session("S2");
      answers(200, ACCOUNT);
      connection().account();
    }
    assertEquals(6, calls.size());
    kept = Optional.of("S1");
    answers(401, "UNAUTHORIZED");
    session("S2");
    answers(401, "UNAUTHORIZED");
    assertEquals(Kind.TOKEN_REJECTED, refused().kind());
    assertEquals(Optional.empty(), kept);
  }

  @Test
  public void eachRefusalIsUnderstood() {
    assertKind(Kind.TERMS_NOT_SIGNED, 403, "\"T_C_NOT_SIGNED\"");
    assertKind(Kind.ACCESS_DENIED, 403, "ACCESS_DENIED");
    assertKind(Kind.EXPIRED_CURSOR, 400, "EXPIRED_CURSOR\n");
    assertKind(Kind.EXHAUSTED_CURSOR, 400, "\"EXHAUSTED_CURSOR\"");
    assertKind(Kind.INVALID_CURSOR, 400, "INVALID_CURSOR");
    assertKind(Kind.INVALID_CURSOR, 400, "CURSOR_REQUIRED");
    assertKind(Kind.PROFILE_NOT_FOUND, 404, "PROFILE_NOT_FOUND");
    assertKind(Kind.BAD_REQUEST, 400, "CONFIG_NAME_REQUIRED");
    assertKind(Kind.THROTTLED, 429, "");
    assertKind(Kind.UNAVAILABLE, 503, "<html>secret</html>");
    assertKind(Kind.UNAVAILABLE, 302, "");
    assertKind(Kind.UNAVAILABLE, 200, "{\"server_na");
  }

  private void assertKind(Kind kind, int status, String body) {
    kept = Optional.of("S1");
    answers(status, body);
    AppleRefusal refusal = refused();
    assertEquals(kind, refusal.kind());
    assertTrue(refusal.getMessage(), !refusal.getMessage().contains("secret"));
    assertTrue(refusal.getMessage(), !refusal.getMessage().contains("\""));
  }

  @Test
  public void howLongToWaitIsReadAsSecondsOrDate() {
    assertEquals(Optional.of(Duration.ofSeconds(90)), wait("90"));
    assertEquals(Optional.of(Duration.ofDays(1)), wait("999999"));
    assertEquals(Optional.of(Duration.ofDays(1)), wait("Fri, 01 Jan 2100 00:00:00 GMT"));
    assertEquals(Optional.empty(), wait("soon"));
    assertEquals(Optional.empty(), wait("Fri, 01 Jan 2010 00:00:00 GMT"));
  }

  private Optional<Duration> wait(String said) {
    kept = Optional.of("S1");
    answers(429, "TOO_MANY_REQUESTS", "retry-after", said);
    return refused().retryAfter();
  }

  @Test
  public void callsKeepApart() {
    Pace pace = new Pace(Duration.ofMillis(20));
    long began = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      pace.await();
    }
    assertTrue(System.nanoTime() - began >= Duration.ofMillis(60).toNanos());
  }
}
