package io.pomona.pki.device;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pomona.api.MdmException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.ws.rs.core.Response;

/** Serves the resource over HTTP, as plainly as it can be done. */
final class ScepServer implements AutoCloseable {
  private final ScepResource resource;
  private final HttpServer server;
  private final boolean offersPost;
  final List<String> seen = new CopyOnWriteArrayList<>();

  ScepServer(ScepResource resource, boolean offersPost) throws IOException {
    this.resource = resource;
    this.offersPost = offersPost;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/mdm/apple/scep", this::handle);
    server.start();
  }

  URL url() throws IOException {
    int port = server.getAddress().getPort();
    return URI.create("http://127.0.0.1:" + port + "/mdm/apple/scep").toURL();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String operation = query.getOrDefault("operation", "");
    seen.add(exchange.getRequestMethod() + " " + operation);
    try (exchange) {
      Response response =
          exchange.getRequestMethod().equals("POST")
              ? resource.post(operation, exchange.getRequestBody().readAllBytes())
              : resource.get(operation, query.getOrDefault("message", ""));
      byte[] body = bytes(response.getEntity());
      exchange.getResponseHeaders().set("Content-Type", response.getMediaType().toString());
      exchange.sendResponseHeaders(response.getStatus(), body.length);
      exchange.getResponseBody().write(body);
    } catch (MdmException e) {
      exchange.sendResponseHeaders(400, -1);
    }
  }

  private byte[] bytes(Object entity) {
    if (entity instanceof String text) {
      String offered = offersPost ? text : text.replace("SCEPStandard\nPOSTPKIOperation\n", "");
      return offered.getBytes(StandardCharsets.US_ASCII);
    }
    return (byte[]) entity;
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> values = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      values.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return values;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
