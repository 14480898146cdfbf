package io.pomona.itests.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody whom the server calls. Answers as told, one after the other; then that all is well. */
final class HookReceiver implements AutoCloseable {
  /** An answer that does not come. */
  static final int NONE = 0;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Queue<Integer> answers = new ArrayDeque<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /**
   * @param taken whether it was answered that all is well
   */
  record Received(byte[] body, String signature, String eventId, boolean taken) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String topic() {
      return json().path("topic").asText();
    }

    boolean isSignedWith(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body)).equals(signature)
            && json().path("event_id").asText().equals(eventId);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  HookReceiver(Integer... first) {
    answers.addAll(List.of(first));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange http) throws IOException {
    try (http) {
      byte[] body = http.getRequestBody().readAllBytes();
      int status = next();
      received.add(
          new Received(
              body,
              http.getRequestHeaders().getFirst("X-Hmac-Signature"),
              http.getRequestHeaders().getFirst("X-Event-Id"),
              status == 200));
      if (status == NONE) {
        closing.await();
      } else {
        http.getResponseHeaders().set("Retry-After", "1");
        http.sendResponseHeaders(status, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int next() {
    synchronized (answers) {
      return Optional.ofNullable(answers.poll()).orElse(200);
    }
  }

  void answers(Integer... next) {
    synchronized (answers) {
      answers.addAll(List.of(next));
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** Of each event the first time that it came. */
  List<String> eventIds() {
    return received.stream().map(Received::eventId).distinct().toList();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
