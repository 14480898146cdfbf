package io.pomona.simulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The few operations of the public admin REST API that a fleet needs to come to life. */
public final class AdminApi {

  private final URI server;
  private final Wire wire;
  private final ObjectMapper json = new ObjectMapper();
  private volatile String token = "";

  public AdminApi(URI server, Wire wire) {
    this.server = server;
    this.wire = wire;
  }

  /** True when the API answers, be it by asking who is there; false while it does not stand yet. */
  public boolean answers() {
    try {
      int status = wire.send(Call.get(uri("version"))).status();
      return status == 200 || status == 401 || status == 403;
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes the first admin; refused where that was done before. */
  public void setUp(String email, String name, String password, String organization)
      throws IOException {
    Map<String, Object> body =
        Map.of(
            "admin", Map.of("email", email, "name", name, "password", password),
            "org_info", Map.of("org_name", organization),
            "server_url", server.toString());
    require("The set-up", send("POST", "setup", body));
  }

  public void logIn(String email, String password) throws IOException {
    Reply reply = send("POST", "login", Map.of("email", email, "password", password));
    JsonNode answer = require("The login", reply);
    token = answer.path("token").asText();
    if (token.isEmpty()) {
      throw new IOException("The login gave no token");
    }
  }

  public void useToken(String bearer) {
    token = bearer.strip();
  }

  public String token() {
    return token;
  }

  public void loadPushPair(String certificatePem, String keyPem) throws IOException {
    Map<String, Object> pair = Map.of("certificate", certificatePem, "private_key", keyPem);
    require("Loading the push certificate", send("PUT", "apns", pair));
  }

  /** A profile with a challenge of its own, for one Mac. */
  public byte[] enrollmentProfile() throws IOException {
    URI uri = uri("enrollment_profiles/manual");
    Reply reply = wire.send(new Call("GET", uri, headers(), new byte[0]));
    if (!reply.ok()) {
      throw new AdminApiException("The enrollment profile", reply);
    }
    return reply.body();
  }

  /** Any other operation, for whom this class has no word; refused like all of them. */
  public Reply ask(String what, String method, String path, String type, byte[] body)
      throws IOException {
    Map<String, String> headers = headers();
    headers.put("Content-Type", type);
    Reply reply = wire.send(new Call(method, uri(path), headers, body));
    if (!reply.ok()) {
      throw new AdminApiException(what, reply);
    }
    return reply;
  }

  private Reply send(String method, String path, Map<String, Object> body) throws IOException {
    return wire.send(new Call(method, uri(path), headers(), json.writeValueAsBytes(body)));
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    if (!token.isEmpty()) {
      headers.put("Authorization", "Bearer " + token);
    }
    return headers;
  }

  private JsonNode require(String what, Reply reply) throws IOException {
    if (!reply.ok()) {
      throw new AdminApiException(what, reply);
    }
    try {
      return reply.body().length == 0 ? json.createObjectNode() : json.readTree(reply.body());
    } catch (JsonProcessingException e) {
      throw new IOException(what + " was answered with something that is not JSON", e);
    }
  }

  private URI uri(String path) {
    return server.resolve("/api/v1/" + path);
  }
}
