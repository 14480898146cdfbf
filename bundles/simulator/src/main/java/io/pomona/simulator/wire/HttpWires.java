package io.pomona.simulator.wire;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.Trust;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * HTTP/1.1 by the JDK. Macs that trust the same roots share one client, so thousands of them need
 * one selector thread; with a client identity each Mac has its own client.
 */
public final class HttpWires implements Wires {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Executor executor;
  private final Map<Set<X509CertificateHolder>, Wire> shared = new ConcurrentHashMap<>();

  /** The executor runs the client's own callbacks and must not be the one that blocks in it. */
  public HttpWires(Executor executor) {
    this.executor = executor;
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots) {
    return shared.computeIfAbsent(new HashSet<>(roots), set -> open(Trust.roots(set)));
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots, Identity client) {
    return open(Trust.roots(roots, client));
  }

  private Wire open(SSLContext tls) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(tls)
            .executor(executor)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    return call -> send(client, call);
  }

  private static Reply send(HttpClient client, Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .timeout(PATIENCE)
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::setHeader);
    try {
      return exchange(client, request.build());
    } catch (IOException e) {
      if (!droppedWhileIdle(e)) {
        throw e;
      }
      return exchange(client, request.build());
    }
  }

  /** The server closed a kept connection just as it was used: any client takes a new one. */
  private static boolean droppedWhileIdle(IOException e) {
    return String.valueOf(e.getMessage()).contains("received no bytes")
        || e.getCause() instanceof EOFException;
  }

  private static Reply exchange(HttpClient client, HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Reply(response.statusCode(), type, response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for " + request.uri().getHost());
    }
  }
}
