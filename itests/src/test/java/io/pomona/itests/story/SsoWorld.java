package io.pomona.itests.story;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.AdminApi.Answer;
import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.crypto.Leaf;
import io.pomona.simulator.oidc.VirtualProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.bouncycastle.cert.X509CertificateHolder;

/** A provider with an authority of its own, and a browser that goes to it and comes back. */
public final class SsoWorld implements AutoCloseable {
  static final String FILE = "io.pomona.organization.cfg";
  private static final String CALLBACK = "/api/v1/sso/callback";

  private final Pomona pomona;
  private final AdminApi nobody;
  private final VirtualProvider provider;
  private final Path root;

  public SsoWorld(Pomona pomona) {
    this.pomona = pomona;
    this.nobody = pomona.api();
    Authority authority =
        Authority.create("CN=Acme Identity Root", KeySource.fresh().next(), Clock.systemUTC());
    KeyPair keys = KeySource.fresh().next();
    provider =
        VirtualProvider.https(
            new Identity(keys.getPrivate(), authority.issue(Leaf.localServer(keys.getPublic()))));
    try {
      root =
          Files.createTempFile(Files.createDirectories(Path.of("target")), "identity", ".pem")
              .toAbsolutePath();
      Files.writeString(root, authority.pem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a browser has to trust to go there. */
  List<X509CertificateHolder> roots() {
    try {
      return Certificates.parsePem(Files.readString(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public VirtualProvider provider() {
    return provider;
  }

  Map<String, String> settings(String jitRole) {
    Map<String, String> settings = new HashMap<>();
    settings.put("oidc.issuer", provider.issuer());
    settings.put("oidc.client.id", VirtualProvider.CLIENT);
    settings.put(".oidc.client.secret", VirtualProvider.SECRET);
    settings.put("oidc.name", name(jitRole));
    settings.put("oidc.jit.role", jitRole);
    settings.put("oidc.trust.pem", root.toString());
    settings.put("oidc.allowed.networks", "127.0.0.0/8,::1");
    return settings;
  }

  private static String name(String jitRole) {
    return "Acme ID" + (jitRole.isEmpty() ? "" : " for all");
  }

  /** Tells the server, and waits until people can log in here. */
  public void connect(String jitRole) {
    pomona.configure(FILE, settings(jitRole));
    awaitName(name(jitRole));
  }

  /** Nobody logs in here any more. */
  void disconnect() {
    pomona.configure(FILE, "oidc.issuer", "");
    awaitName("");
  }

  private void awaitName(String name) {
    Awaitility.await("single sign-on: " + name)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> nobody.get("/api/v1/sso").ok().json().at("/settings/idp_name").asText(),
            name::equals);
  }

  /**
   * A login that has come back from the provider and was not yet brought to the server.
   *
   * @param cookie as the browser keeps it
   */
  record Trip(String cookie, URI callback) {}

  Trip trip(String query) {
    Answer begun = nobody.get("/api/v1/sso/login" + query);
    if (begun.status() != 302) {
      throw new AssertionError(begun.status() + " " + begun.text());
    }
    return atProvider(cookies(begun).get("__Host-pomona-sso"), location(begun));
  }

  private Trip atProvider(String cookie, URI login) {
    URI there = URI.create(provider.issuer());
    Answer agreed = AdminApi.at(there, root).get(login.getRawPath() + "?" + login.getRawQuery());
    URI callback = location(agreed);
    if (!callback.toString().startsWith(pomona.url() + CALLBACK)) {
      throw new AssertionError(callback.toString());
    }
    return new Trip(cookie, callback);
  }

  Answer finish(Trip trip) {
    return finish(trip, "application/json");
  }

  Answer finish(Trip trip, String accepted) {
    String path = trip.callback().getRawPath() + "?" + trip.callback().getRawQuery();
    return nobody.send(
        nobody
            .request(path)
            .header("Accept", accepted)
            .header("Cookie", "__Host-pomona-sso=" + trip.cookie()));
  }

  Answer logIn() {
    return finish(trip("?next=/hosts"));
  }

  static URI location(Answer answer) {
    return URI.create(
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> new AssertionError(answer.status() + " " + answer.text())));
  }

  /** Those that are set with a value. */
  static Map<String, String> cookies(Answer answer) {
    List<String> set = answer.headers().allValues("Set-Cookie");
    return set.stream()
        .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
        .filter(parts -> !parts[1].isEmpty())
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  @Override
  public void close() {
    provider.close();
  }
}
