package io.pomona.simulator.apple.abm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.ServerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTPS before the {@link AbmDesk}; notes each call. */
final class AbmListener implements AutoCloseable {

  private final AbmDesk desk;
  private final AbmCalls calls;
  private final Clock clock;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(AbmListener::daemon);

  AbmListener(AbmDesk desk, AbmCalls calls, Identity tls, int port, Clock clock)
      throws IOException {
    this.desk = desk;
    this.calls = calls;
    this.clock = clock;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setHttpsConfigurator(ServerTls.of(tls));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "virtual-abm");
    thread.setDaemon(true);
    return thread;
  }

  URI url() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      URI asked = http.getRequestURI();
      Optional<AbmEndpoint> endpoint = AbmEndpoint.of(http.getRequestMethod(), asked.getPath());
      if (endpoint.isEmpty()) {
        boolean known = AbmEndpoint.known(asked.getPath());
        send(
            http,
            known
                ? AbmAnswer.refused(405, "METHOD_NOT_ALLOWED")
                : AbmAnswer.refused(404, "NOT_FOUND"));
        return;
      }
      serve(http, endpoint.get());
    }
  }

  private void serve(HttpExchange http, AbmEndpoint endpoint) throws IOException {
    long started = System.nanoTime();
    byte[] body = http.getRequestBody().readAllBytes();
    URI full = url().resolve(http.getRequestURI());
    AbmRequest request =
        new AbmRequest(endpoint, http.getRequestMethod(), full, headers(http), body);
    int status = 0;
    try {
      AbmAnswer answer = desk.answer(request);
      status = answer.status();
      note(request, started, status);
      send(http, answer);
    } catch (AbmFault.Cut e) {
      note(request, started, status);
    }
  }

  private void note(AbmRequest request, long started, int status) {
    calls.add(new AbmCall(request.endpoint(), clock.instant(), started, request.serials(), status));
  }

  private static Map<String, String> headers(HttpExchange http) {
    Map<String, String> headers = new HashMap<>();
    http.getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return headers;
  }

  private static void send(HttpExchange http, AbmAnswer answer) throws IOException {
    byte[] bytes = answer.bytes();
    answer.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
    http.getResponseHeaders().set("Content-Type", "application/json;charset=UTF8");
    http.sendResponseHeaders(answer.status(), bytes.length);
    http.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
