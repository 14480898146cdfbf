package io.pomona.organization.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.pomona.organization.outbound.CallRule;
import io.pomona.organization.outbound.Network;
import io.pomona.organization.outbound.TrustedRoots;
import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.crypto.Leaf;
import io.pomona.simulator.oidc.VirtualProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class OutboundHttpTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final AtomicInteger called = new AtomicInteger();
  private HttpServer server;

  @Before
  public void aServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/small", 200, "{}");
    answer("/large", 200, "x".repeat(OutboundHttp.MOST_BYTES + 1));
    answer("/gone", 404, "{}");
    server.createContext(
        "/elsewhere",
        http -> {
          try (http) {
            http.getResponseHeaders().set("Location", "/small");
            http.sendResponseHeaders(302, -1);
          }
        });
    server.start();
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        http -> {
          try (http) {
            called.incrementAndGet();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(status, bytes.length);
            http.getResponseBody().write(bytes);
          }
        });
  }

  @After
  public void close() {
    server.stop(0);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static OutboundHttp allowing(Optional<Path> trust, String... networks) {
    CallRule rule = new CallRule(Network.list(networks), "oidc.allowed.networks");
    return new OutboundHttp(rule, TrustedRoots.sockets(trust, "oidc.trust.pem"));
  }

  @Test
  public void smallAnswersAreReadOthersAreNot() throws IOException {
    OutboundHttp http = allowing(Optional.empty(), "127.0.0.1");
    assertEquals("{}", http.get(at("/small")));
    assertThrows(IOException.class, () -> http.get(at("/large")));
    assertThrows(IOException.class, () -> http.get(at("/gone")));
  }

  @Test
  public void redirectsAreNotFollowed() {
    OutboundHttp http = allowing(Optional.empty(), "127.0.0.1");
    assertThrows(IOException.class, () -> http.get(at("/elsewhere")));
    assertEquals(0, called.get());
  }

  @Test
  public void thisMachineIsNotCalledUnlessAllowed() {
    assertThrows(IOException.class, () -> allowing(Optional.empty()).get(at("/small")));
    assertEquals(0, called.get());
  }

  /** The name is public to look at; what counts is where it leads. */
  @Test
  public void tlsIsMadeToAllowedAddressesAndTrustedNamesOnly() throws IOException {
    Authority authority =
        Authority.create("CN=Acme Root", KeySource.fresh().next(), Clock.systemUTC());
    KeyPair keys = KeySource.fresh().next();
    Identity tls =
        new Identity(keys.getPrivate(), authority.issue(Leaf.localServer(keys.getPublic())));
    Path pem = folder.newFile("root.pem").toPath();
    Files.writeString(pem, authority.pem());
    try (VirtualProvider provider = VirtualProvider.https(tls)) {
      URI address = URI.create(provider.issuer() + "/.well-known/openid-configuration");
      String found = allowing(Optional.of(pem), "127.0.0.0/8", "::1").get(address);
      assertTrue(found, found.contains(provider.issuer()));
      int before = provider.requests().size();
      IOException refused =
          assertThrows(IOException.class, () -> allowing(Optional.of(pem)).get(address));
      assertTrue(refused.getMessage(), refused.getMessage().contains("oidc.allowed.networks"));
      assertThrows(
          IOException.class, () -> allowing(Optional.empty(), "127.0.0.0/8", "::1").get(address));
      URI otherName = URI.create(address.toString().replace("localhost", "127.0.0.2"));
      assertThrows(
          IOException.class, () -> allowing(Optional.of(pem), "127.0.0.0/8").get(otherName));
      assertEquals(before, provider.requests().size());
    }
  }
}
