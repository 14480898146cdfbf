package io.pomona.organization.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody on this machine who is called, and answers as told; else that all is well. */
final class Receiver implements AutoCloseable {
  /** What was received. */
  record Received(String body, String signature, String eventId) {}

  /** What is answered. */
  record Answer(int status, Map<String, String> headers) {}

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  private synchronized void take(HttpExchange http) throws IOException {
    try (http) {
      String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(
          new Received(
              body,
              http.getRequestHeaders().getFirst("X-Hmac-Signature"),
              http.getRequestHeaders().getFirst("X-Event-Id")));
      Answer answer = Optional.ofNullable(answers.poll()).orElse(new Answer(200, Map.of()));
      answer.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
      http.sendResponseHeaders(answer.status(), -1);
    }
  }

  synchronized void next(int status) {
    answers.add(new Answer(status, Map.of()));
  }

  synchronized void next(int status, String header, String value) {
    answers.add(new Answer(status, Map.of(header, value)));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/in?from=pomona";
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
