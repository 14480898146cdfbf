package io.pomona.itests.story;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.Archives;
import io.pomona.itests.karaf.EtcFile;
import io.pomona.itests.karaf.FreePort;
import io.pomona.itests.karaf.KarafServer;
import io.pomona.simulator.crypto.Certificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.bouncycastle.cert.X509CertificateHolder;

/** A running server: the distribution in a Karaf of its own, with the admin API at hand. */
public final class Pomona implements AutoCloseable {
  public static final String EMAIL = "admin@example.com";
  public static final String PASSWORD = "only for tests, 1234";
  private static final Duration BOOT = Duration.ofMinutes(3);

  private final KarafServer karaf;
  private final int port;

  private Pomona(KarafServer karaf, int port) {
    this.karaf = karaf;
    this.port = port;
  }

  /** With the embedded database. */
  public static Pomona start(VirtualWorld world) {
    return start(world, Map.of(), Map.of());
  }

  /**
   * @param more file name in etc to further keys and values
   * @param environment variables of the process
   */
  public static Pomona start(
      VirtualWorld world, Map<String, Map<String, String>> more, Map<String, String> environment) {
    int port = FreePort.find();
    Map<String, Map<String, String>> settings = new HashMap<>();
    settings.put(
        "io.pomona.http.cfg",
        Map.of("https.managed", "true", "https.port", "" + port, "https.address", "127.0.0.1"));
    settings.put("io.pomona.apns.cfg", world.apnsSettings());
    settings.put("io.pomona.abm.cfg", world.abmSettings());
    // Who counts commands need not count the question after a bypass code.
    settings.put("io.pomona.escrow.cfg", Map.of("bypass.code.days", "0"));
    more.forEach(
        (file, keys) ->
            settings.merge(
                file,
                keys,
                (first, second) -> {
                  Map<String, String> both = new LinkedHashMap<>(first);
                  both.putAll(second);
                  return both;
                }));
    KarafServer karaf = KarafServer.start(Archives.distribution(), settings, environment);
    try {
      Pomona pomona = new Pomona(karaf, port);
      pomona.awaitReady();
      return pomona;
    } catch (RuntimeException | AssertionError e) {
      karaf.close();
      throw e;
    }
  }

  public void awaitReady() {
    try {
      awaitSlices();
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(e.getMessage() + "\n" + karaf.lastWords(), e);
    }
  }

  private void awaitSlices() {
    Awaitility.await("the server at port " + port)
        .atMost(BOOT)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> Files.exists(rootPem()) && api().get("/api/v1/version").status() == 200);
    // The version needs no store: wait for the resources that do as well.
    Awaitility.await("all slices")
        .atMost(BOOT)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(
            () ->
                api().get("/api/v1/configuration_profiles").status() == 401
                    && api().get("/api/v1/hosts").status() == 401
                    && api().get("/api/v1/commands").status() == 401
                    && api().get("/api/v1/apns").status() == 401
                    && api().get("/api/v1/abm_tokens").status() == 401
                    && api().get("/api/v1/enrollment_profiles/manual").status() == 401
                    && api().get("/api/v1/activities").status() == 401);
  }

  public KarafServer karaf() {
    return karaf;
  }

  /** Changes a file in etc while the server runs; it takes a moment to be noticed. */
  public void configure(String file, String key, String value) {
    configure(file, Map.of(key, value));
  }

  public void configure(String file, Map<String, String> settings) {
    EtcFile.in(karaf.home(), file).put(settings);
  }

  /** What its Macs trust. */
  public List<X509CertificateHolder> roots() {
    try {
      return Certificates.parsePem(Files.readString(rootPem()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("https://localhost:" + port);
  }

  /** The root that the server's certificate was issued by. */
  public Path rootPem() {
    return karaf.home().resolve("data/pomona/tls/root.pem");
  }

  /** The admin API for somebody who has not logged in. */
  public AdminApi api() {
    return AdminApi.at(url(), rootPem());
  }

  /** Sets up the organization and gives the first admin's API. */
  public AdminApi setUp() {
    Map<String, Object> body =
        Map.of(
            "admin", Map.of("email", EMAIL, "name", "Admin", "password", PASSWORD),
            "org_info", Map.of("org_name", "Acme & Sons"),
            "server_url", url().toString());
    String token = api().post("/api/v1/setup", body).ok().json().get("token").asText();
    return api().as(token);
  }

  public AdminApi logIn(String email, String password) {
    Map<String, Object> body = Map.of("email", email, "password", password);
    return api().as(api().post("/api/v1/login", body).ok().json().get("token").asText());
  }

  @Override
  public void close() {
    karaf.close();
  }
}
