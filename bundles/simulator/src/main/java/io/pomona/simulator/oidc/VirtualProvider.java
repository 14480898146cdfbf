package io.pomona.simulator.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.ServerTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An OpenID Connect provider on this machine, strict with its client and, where a test says so,
 * dishonest with its tokens. Whoever {@link #arrives} logs in without being asked.
 */
public final class VirtualProvider implements AutoCloseable {
  public static final String CLIENT = "pomona-test";
  public static final String SECRET = "only for tests & <quotes>";

  private final HttpServer server;
  private final String issuer;
  private final Grants grants = new Grants();
  private final List<SigningKey> published = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Object> described = new ConcurrentHashMap<>();
  private volatile SigningKey key = SigningKey.fresh("key-1");
  private volatile Optional<VirtualPerson> person = Optional.empty();
  private volatile Forgery forgery = Forgery.none();

  private VirtualProvider(HttpServer server, String scheme) {
    this.server = server;
    this.issuer = scheme + "://localhost:" + server.getAddress().getPort();
    published.add(key);
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/authorize", http -> handled(http, this::authorize));
    server.createContext("/token", http -> handled(http, this::token));
    server.createContext("/keys", http -> handled(http, this::keys));
    server.start();
  }

  public static VirtualProvider http() {
    try {
      return new VirtualProvider(HttpServer.create(anyPort(), 0), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param tls a certificate for localhost
   */
  public static VirtualProvider https(Identity tls) {
    try {
      HttpsServer server = HttpsServer.create(anyPort(), 0);
      server.setHttpsConfigurator(ServerTls.of(tls));
      return new VirtualProvider(server, "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  public String issuer() {
    return issuer;
  }

  /** Who logs in from now on. */
  public VirtualProvider arrives(VirtualPerson who) {
    person = Optional.of(who);
    return this;
  }

  /** From now on people say no. */
  public void nobodyAgrees() {
    person = Optional.empty();
  }

  /** What is wrong with tokens from now on. */
  public void forge(Forgery next) {
    forgery = next;
  }

  /** Says something else of itself. */
  public void describes(String field, Object value) {
    described.put(field, value);
  }

  /** Signs with a new key from now on, and publishes that alone. */
  public void rollKey() {
    key = SigningKey.fresh("key-" + System.nanoTime());
    published.clear();
    published.add(key);
  }

  /** Path and query of each, oldest first. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private interface Handler {
    void handle(Exchange exchange) throws IOException;
  }

  private void handled(HttpExchange http, Handler handler) throws IOException {
    try (http) {
      requests.add(http.getRequestURI().toString());
      handler.handle(new Exchange(http));
    }
  }

  private void describe(HttpExchange http) throws IOException {
    handled(
        http,
        exchange -> {
          Map<String, Object> all = new LinkedHashMap<>();
          all.put("issuer", issuer);
          all.put("authorization_endpoint", issuer + "/authorize");
          all.put("token_endpoint", issuer + "/token");
          all.put("jwks_uri", issuer + "/keys");
          all.put("response_types_supported", List.of("code"));
          all.put("subject_types_supported", List.of("public"));
          all.put("id_token_signing_alg_values_supported", List.of("RS256"));
          all.put("code_challenge_methods_supported", List.of("S256"));
          all.put("authorization_response_iss_parameter_supported", true);
          all.putAll(described);
          exchange.json(200, all);
        });
  }

  private void keys(Exchange exchange) throws IOException {
    exchange.json(200, Map.of("keys", published.stream().map(SigningKey::jwk).toList()));
  }

  private void authorize(Exchange exchange) throws IOException {
    Map<String, String> asked = exchange.query();
    boolean proper =
        CLIENT.equals(asked.get("client_id"))
            && "code".equals(asked.get("response_type"))
            && "S256".equals(asked.get("code_challenge_method"))
            && List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid")
            && !asked.getOrDefault("nonce", "").isEmpty();
    if (!proper) {
      exchange.json(400, Map.of("error", "invalid_request"));
      return;
    }
    String result = person.map(who -> "code=" + code(who, asked)).orElse("error=access_denied");
    exchange.redirect(
        asked.get("redirect_uri")
            + "?"
            + result
            + "&state="
            + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8)
            + "&iss="
            + URLEncoder.encode(issuer, StandardCharsets.UTF_8));
  }

  private String code(VirtualPerson who, Map<String, String> asked) {
    return grants.issue(
        new Grants.Grant(
            who, asked.get("redirect_uri"), asked.get("code_challenge"), asked.get("nonce")));
  }

  private void token(Exchange exchange) throws IOException {
    Map<String, String> sent = exchange.form();
    if (!exchange.header("Authorization").equals("Basic " + credentials())) {
      exchange.json(401, Map.of("error", "invalid_client"));
      return;
    }
    Optional<Grants.Grant> grant =
        grants.redeem(
            sent.getOrDefault("code", ""),
            sent.getOrDefault("redirect_uri", ""),
            sent.getOrDefault("code_verifier", ""));
    if (grant.isEmpty()) {
      exchange.json(400, Map.of("error", "invalid_grant"));
      return;
    }
    exchange.json(
        200,
        Map.of(
            "access_token",
            "of no use",
            "token_type",
            "Bearer",
            "expires_in",
            60,
            "id_token",
            Tokens.write(key, claims(grant.get()), forgery)));
  }

  private static String credentials() {
    String both =
        URLEncoder.encode(CLIENT, StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> claims(Grants.Grant grant) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", grant.person().subject());
    claims.put("aud", CLIENT);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("nonce", grant.nonce());
    claims.put("email", grant.person().email());
    claims.put("email_verified", true);
    claims.put("name", grant.person().name());
    return claims;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
