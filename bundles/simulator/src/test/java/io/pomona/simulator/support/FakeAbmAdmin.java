package io.pomona.simulator.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** The operations of a server with which it is connected to ABM. */
public final class FakeAbmAdmin {

  private static final List<String> PATHS = List.of("mdm/apple/abm_public_key");

  /** The multipart body in which the token came. */
  public volatile String token = "";

  public volatile long team;
  private final Authority key =
      Authority.create("CN=ABM key", TestKeys.KEYS.next(), Clock.systemUTC());

  boolean serves(String path) {
    return PATHS.contains(path) || path.startsWith("abm_tokens");
  }

  Reply handle(Call call, String path) throws IOException {
    return switch (call.method() + " " + path) {
      case "GET mdm/apple/abm_public_key" ->
          reply("{\"public_key\":\"" + base64(key.pem()) + "\"}");
      case "GET abm_tokens" -> reply("{\"abm_tokens\":[]}");
      case "POST abm_tokens" -> load(call);
      case "PATCH abm_tokens/7/teams" -> choose(call);
      case "POST abm_tokens/7/sync" -> reply("{}");
      default -> new Reply(404, "application/json", new byte[0]);
    };
  }

  private Reply load(Call call) {
    token = new String(call.body(), StandardCharsets.ISO_8859_1);
    return reply("{\"abm_token\":{\"id\":7,\"renew_date\":\"2027-01-02T03:04:05Z\"}}");
  }

  private Reply choose(Call call) throws IOException {
    JsonNode body = new ObjectMapper().readTree(call.body());
    team = body.path("macos_team_id").asLong();
    return reply("{}");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Reply reply(String text) {
    return new Reply(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
  }
}
