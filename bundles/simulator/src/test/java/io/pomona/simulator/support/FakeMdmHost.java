package io.pomona.simulator.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.Leaf;
import io.pomona.simulator.crypto.Trust;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * A {@link FakeMdm} behind TLS on a port, its certificate by a root that only the profile tells.
 */
public final class FakeMdmHost implements AutoCloseable {

  public final FakeMdm mdm = new FakeMdm();
  public final Authority root =
      Authority.create("CN=Server root", TestKeys.KEYS.next(), Clock.systemUTC());
  public final FakeAdmin admin = new FakeAdmin(() -> profile("one-time"));
  public final Set<String> clients = ConcurrentHashMap.newKeySet();
  private final HttpsServer server;
  private final ExecutorService executor = Executors.newFixedThreadPool(8);

  public FakeMdmHost() throws IOException {
    KeyPair pair = TestKeys.KEYS.next();
    Identity tls = new Identity(pair.getPrivate(), root.issue(Leaf.localServer(pair.getPublic())));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setHttpsConfigurator(configurator(tls));
    server.setExecutor(executor);
    server.createContext("/", this::serve);
    server.start();
  }

  /** A client may show a certificate of the device CA, and need not. */
  private HttpsConfigurator configurator(Identity tls) {
    return new HttpsConfigurator(
        Trust.roots(List.of(mdm.scep.authority.identity().certificate()), tls)) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
        wanted.setWantClientAuth(true);
        parameters.setSSLParameters(wanted);
      }
    };
  }

  public String base() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  public byte[] profile(String challenge) {
    return Profiles.enrollment(base(), challenge, root.identity().certificate());
  }

  private void serve(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    headers.put("Mdm-Signature", exchange.getRequestHeaders().getFirst("Mdm-Signature"));
    headers.put("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
    noteClient((HttpsExchange) exchange);
    URI uri = exchange.getRequestURI();
    byte[] body = exchange.getRequestBody().readAllBytes();
    headers.put("Authorization", exchange.getRequestHeaders().getFirst("Authorization"));
    Call call = new Call(exchange.getRequestMethod(), uri, headers, body);
    Reply reply = uri.getPath().startsWith("/api/") ? admin.handle(call) : mdm.handle(call);
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.sendResponseHeaders(
        reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    exchange.getResponseBody().write(reply.body());
    exchange.close();
  }

  private void noteClient(HttpsExchange exchange) {
    try {
      clients.add(exchange.getSSLSession().getPeerPrincipal().getName());
    } catch (SSLPeerUnverifiedException e) {
      // came without a certificate, which is fine
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
