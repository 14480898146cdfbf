package io.pomona.cli.sso;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pomona.cli.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Waits on this machine for the browser to come back (RFC 8252). Its address is not to be guessed,
 * so that no page that happens to be open can answer in the browser's place.
 */
final class Listener implements AutoCloseable {
  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>pomonactl</title>"
          + "<p>%s You may close this window.</p></html>";

  private final HttpServer server;
  private final String path = "/" + Proof.text();
  private final BlockingQueue<Map<String, String>> answers = new ArrayBlockingQueue<>(1);

  Listener() {
    try {
      InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.UNREACHABLE, "Cannot listen on this machine: " + e.getMessage(), e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange http) throws IOException {
    try (http) {
      if (!http.getRequestURI().getPath().equals(path)) {
        http.sendResponseHeaders(404, -1);
        return;
      }
      Map<String, String> brought = parameters(http.getRequestURI().getRawQuery());
      String sentence = brought.containsKey("code") ? "Logged in." : "Not logged in.";
      byte[] page = PAGE.formatted(sentence).getBytes(StandardCharsets.UTF_8);
      http.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      http.sendResponseHeaders(200, page.length);
      http.getResponseBody().write(page);
      answers.offer(brought);
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : (query == null ? "" : query).split("&")) {
      String[] parts = pair.split("=", 2);
      String value = parts.length == 1 ? "" : parts[1];
      parameters.put(parts[0], URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return parameters;
  }

  /**
   * The code.
   *
   * @throws Failure with the server's sentence, or when nobody comes
   */
  String await(Duration patience) {
    try {
      Map<String, String> brought = answers.poll(patience.toSeconds(), TimeUnit.SECONDS);
      if (brought == null) {
        throw new Failure(
            Failure.Kind.LOGIN, "Nobody logged in in the browser. Run the command again.");
      }
      if (!brought.containsKey("code")) {
        throw new Failure(
            Failure.Kind.LOGIN, brought.getOrDefault("error", "The browser brought no code."));
      }
      return brought.get("code");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.Kind.LOGIN, "Interrupted.", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
