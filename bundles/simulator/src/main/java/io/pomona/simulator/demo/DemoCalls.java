package io.pomona.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.simulator.admin.AdminApi;
import io.pomona.simulator.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** JSON and forms to the admin API; each call says in words what it is for. */
final class DemoCalls {

  /** A field of a form: a file where the type is not empty. */
  record Part(String name, String file, String type, byte[] content) {

    static Part text(String name, String value) {
      return new Part(name, "", "", value.getBytes(StandardCharsets.UTF_8));
    }

    private String head() {
      String head = "Content-Disposition: form-data; name=\"" + name + "\"";
      return type.isEmpty() ? head : head + "; filename=\"" + file + "\"\r\nContent-Type: " + type;
    }
  }

  private final AdminApi api;
  private final ObjectMapper json = new ObjectMapper();

  DemoCalls(AdminApi api) {
    this.api = api;
  }

  JsonNode get(String what, String path) throws IOException {
    return read(ask(what, "GET", path, new byte[0]));
  }

  Reply bytes(String what, String path) throws IOException {
    return ask(what, "GET", path, new byte[0]);
  }

  JsonNode send(String what, String method, String path, Map<String, Object> body)
      throws IOException {
    return read(ask(what, method, path, json.writeValueAsBytes(body)));
  }

  JsonNode form(String what, String path, Part... parts) throws IOException {
    String boundary = "demo-" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Part part : parts) {
      body.write(ascii("--" + boundary + "\r\n" + part.head() + "\r\n\r\n"));
      body.write(part.content());
      body.write(ascii("\r\n"));
    }
    body.write(ascii("--" + boundary + "--\r\n"));
    String type = "multipart/form-data; boundary=" + boundary;
    return read(api.ask(what, "POST", path, type, body.toByteArray()));
  }

  JsonNode parse(String text) throws IOException {
    return json.readTree(text);
  }

  private JsonNode read(Reply reply) throws IOException {
    return reply.body().length == 0 ? json.createObjectNode() : json.readTree(reply.body());
  }

  private Reply ask(String what, String method, String path, byte[] body) throws IOException {
    return api.ask(what, method, path, "application/json", body);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
