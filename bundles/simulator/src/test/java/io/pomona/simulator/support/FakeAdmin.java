package io.pomona.simulator.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The few documented admin operations, as strict as the real ones about order and login. */
public final class FakeAdmin {

  public final List<String> calls = new CopyOnWriteArrayList<>();
  public volatile int notYet;
  public volatile String password = "";
  public volatile String pushCertificate = "";
  public final FakeAbmAdmin abm = new FakeAbmAdmin();
  public final FakeOrganization organization = new FakeOrganization();
  private final ObjectMapper json = new ObjectMapper();
  private final Supplier<byte[]> profiles;

  FakeAdmin(Supplier<byte[]> profiles) {
    this.profiles = profiles;
  }

  Reply handle(Call call) throws IOException {
    String path = call.uri().getPath().substring("/api/v1/".length());
    calls.add(call.method() + " " + path);
    if (!path.equals("version") && notYet > 0) {
      notYet--;
      return new Reply(404, "text/html", new byte[0]);
    }
    boolean in = "Bearer TOKEN".equals(call.headers().get("Authorization"));
    if (in && abm.serves(path)) {
      return abm.handle(call, path);
    } else if (in && organization.serves(path)) {
      return organization.handle(call, path);
    }
    JsonNode body = call.body().length == 0 ? json.nullNode() : json.readTree(call.body());
    return switch (call.method() + " " + path) {
      case "GET version" -> reply(401, "{}");
      case "POST setup" -> setUp(body);
      case "POST login" -> logIn(body);
      case "PUT apns" -> in ? loadPush(body) : reply(401, "{}");
      case "GET enrollment_profiles/manual" ->
          in && !pushCertificate.isEmpty()
              ? new Reply(200, "application/x-apple-aspen-config", profiles.get())
              : reply(403, "{}");
      default -> reply(404, "{}");
    };
  }

  private Reply setUp(JsonNode body) {
    if (!password.isEmpty()) {
      return reply(404, "{\"message\":\"set up already\"}"); // as the real one: gone
    }
    password = body.at("/admin/password").asText();
    boolean whole =
        body.at("/admin/email").asText().equals("admin@example.com")
            && !body.at("/org_info/org_name").asText().isEmpty()
            && !body.at("/server_url").asText().isEmpty();
    return reply(whole ? 200 : 422, "{}");
  }

  private Reply logIn(JsonNode body) {
    return !password.isEmpty() && body.path("password").asText().equals(password)
        ? reply(200, "{\"token\":\"TOKEN\"}")
        : reply(401, "{\"message\":\"no\"}");
  }

  private Reply loadPush(JsonNode body) {
    pushCertificate = body.path("certificate").asText();
    return reply(body.path("private_key").asText().contains("PRIVATE KEY") ? 200 : 422, "{}");
  }

  private static Reply reply(int status, String text) {
    return new Reply(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
  }
}
