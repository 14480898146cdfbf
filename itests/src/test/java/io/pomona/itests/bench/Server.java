package io.pomona.itests.bench;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.Archives;
import io.pomona.itests.karaf.Folders;
import io.pomona.itests.karaf.FreePort;
import io.pomona.itests.karaf.KarafServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** The distribution in a process of its own, with data that stay and a port without TLS. */
final class Server implements AutoCloseable {
  private static final String EMAIL = "admin@example.com";
  private static final String PASSWORD = "only for measuring, 1234";
  private static final Duration BOOT = Duration.ofMinutes(5);
  private static final String PLAIN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://www.eclipse.org/jetty/configure_9_3.dtd">
      <Configure id="Server" class="org.eclipse.jetty.server.Server">
        <Call name="addConnector"><Arg>
          <New class="org.eclipse.jetty.server.ServerConnector">
            <Arg name="server"><Ref refid="Server"/></Arg>
            <Set name="name">plain</Set>
            <Set name="host">127.0.0.1</Set>
            <Set name="port">%d</Set>
          </New>
        </Arg></Call>
      </Configure>
      """;

  private final Path data;
  private final int port = FreePort.find();
  private final int plainPort = FreePort.find();
  private final KarafServer karaf;
  private AdminApi api;

  Server(Path data, Database database, AppleSide apple) {
    this.data = data;
    // Else Karaf would start the bundles of the build that was measured last.
    Folders.delete(data.resolve("cache"));
    Map<String, Map<String, String>> settings = new HashMap<>(database.settings());
    settings.put(
        "io.pomona.http.cfg",
        Map.of("https.managed", "true", "https.port", "" + port, "https.address", "127.0.0.1"));
    settings.put(
        "org.ops4j.pax.web.cfg", Map.of("org.ops4j.pax.web.config.file", plain().toString()));
    settings.put("io.pomona.apns.cfg", apple.settings());
    settings.put("io.pomona.abm.cfg", apple.abmSettings());
    // Nothing but what is measured: no details and no bypass codes are asked for on the way.
    settings.put("io.pomona.enrollment.cfg", Map.of("details.hours", "100000"));
    settings.put("io.pomona.escrow.cfg", Map.of("bypass.code.days", "0"));
    karaf =
        KarafServer.start(
            Archives.distribution(),
            settings,
            Map.of("KARAF_DATA", data.toString(), "EXTRA_JAVA_OPTS", "-Xmx512m"));
  }

  private Path plain() {
    try {
      return Files.writeString(
          Files.createDirectories(data).resolve("plain.xml"), PLAIN.formatted(plainPort));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long the process had run when it answered with the first 200. */
  Duration awaitFirstAnswer() {
    Awaitility.await("the server's certificate")
        .atMost(BOOT)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.exists(rootPem()) && karaf.process().isPresent());
    api = AdminApi.at(URI.create("https://localhost:" + port), rootPem());
    await("/api/v1/version", 200);
    return Duration.between(figures().process().info().startInstant().orElseThrow(), Instant.now());
  }

  /** Returns when all slices answer. */
  void awaitAll() {
    for (String path :
        new String[] {"configuration_profiles", "hosts", "commands", "apns", "abm_tokens"}) {
      await("/api/v1/" + path, 401);
    }
    await("/api/v1/enrollment_profiles/manual", 401);
    Awaitility.await("the plain port")
        .atMost(BOOT)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(this::takesPlainCalls);
  }

  /** The web server opens it again when its settings come in late. */
  private boolean takesPlainCalls() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), plainPort)) {
      return socket.isConnected();
    }
  }

  private void await(String path, int status) {
    Awaitility.await(path)
        .atMost(BOOT)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> api.get(path).status() == status);
  }

  private Path rootPem() {
    return data.resolve("pomona/tls/root.pem");
  }

  /** The admin's API; sets up the organization where nobody has. */
  AdminApi admin() {
    Map<String, Object> setup =
        Map.of(
            "admin", Map.of("email", EMAIL, "name", "Admin", "password", PASSWORD),
            "org_info", Map.of("org_name", "Acme"),
            "server_url", api.server().toString());
    AdminApi.Answer made = api.post("/api/v1/setup", setup);
    AdminApi.Answer answer =
        made.status() / 100 == 2
            ? made
            : api.post("/api/v1/login", Map.of("email", EMAIL, "password", PASSWORD)).ok();
    return api.as(answer.json().get("token").asText());
  }

  /** As variables of a program that logs in by itself. */
  static Map<String, String> login() {
    return Map.of("EMAIL", EMAIL, "PASSWORD", PASSWORD);
  }

  int plainPort() {
    return plainPort;
  }

  ProcessFigures figures() {
    return new ProcessFigures(karaf.process().orElseThrow());
  }

  void kill() {
    karaf.kill();
  }

  void startAgain() {
    karaf.startAgain();
  }

  @Override
  public void close() {
    karaf.close();
  }
}
