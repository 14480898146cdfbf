package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.ProjectFolder;
import io.pomona.itests.docs.CodeBlocks;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.Archives;
import io.pomona.itests.karaf.FreePort;
import io.pomona.itests.karaf.KarafLog;
import io.pomona.itests.karaf.KarafServer;
import io.pomona.itests.karaf.KarafShell;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Test;

/** Two commands in the shell of a Karaf as it is downloaded, and one to be rid of Pomona again. */
public class InstallIntoStockKarafIT {
  private static final String LIST = "bundle:list -t 0 --no-format";
  private static final String FEATURES = "feature:list -i --no-format";

  /**
   * Karaf's watcher of etc reads the files of a feature's configuration once more within a second
   * of the install, so the data source and the web server may be made anew while the first
   * components start.
   */
  private static final Pattern STARTED_ANEW =
      Pattern.compile(
          "Could not get service from ref|Unable to get service for reference"
              + "|Service not available from service registry|FrameworkEvent ERROR"
              + "|Http service has already been stopped");

  private final int port = FreePort.find();
  private KarafServer karaf;

  @After
  public void close() {
    if (karaf != null) {
      karaf.close();
    }
  }

  @Test
  public void installedAndUninstalled() throws IOException {
    karaf = KarafServer.start(Archives.stockKaraf(), settings(), Map.of());
    KarafShell shell = KarafShell.of(karaf);
    Awaitility.await("the shell")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptionsMatching(e -> true)
        .until(() -> answers(shell));
    List<String> before = shell.run(LIST, FEATURES, "config:list -s");
    long started = System.nanoTime();
    shell.run(CodeBlocks.beginning("README.md", "feature:repo-add").split("\n"));
    assertTrue(Duration.ofNanos(System.nanoTime() - started).toSeconds() < 90);
    // The shell is back before every component has found what it needs.
    Awaitility.await("every bundle")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertAllActive(shell));
    assertAnswers();
    assertNoPasswordInEtc();
    shell.run(
        "feature:uninstall --delete-configurations pomona", "feature:repo-remove pomona-0.1.0");
    List<String> after = shell.run(LIST, FEATURES, "config:list -s");
    assertEquals(names(before.get(0)), names(after.get(0)));
    assertEquals(lines(before.get(1)), lines(after.get(1)));
    Set<String> left = lines(after.get(2));
    left.removeAll(lines(before.get(2)));
    assertEquals(Set.of(), left);
    KarafLog.of(karaf).assertQuietBut(STARTED_ANEW);
  }

  private Map<String, Map<String, String>> settings() {
    Path repository = ProjectFolder.root().resolve("features/target/repository");
    return Map.of(
        "org.ops4j.pax.url.mvn.cfg",
        Map.of(
            "org.ops4j.pax.url.mvn.defaultRepositories",
                repository.toUri()
                    + "@id=pomona,file:${karaf.home}/system@id=system.repository@snapshots",
            "org.ops4j.pax.url.mvn.repositories", "",
            "org.ops4j.pax.url.mvn.localRepository", "${karaf.data}/local-repository"),
        "io.pomona.http.cfg",
        Map.of("https.managed", "true", "https.port", "" + port, "https.address", "127.0.0.1"));
  }

  private static boolean answers(KarafShell shell) {
    try {
      return shell.run("shell:info").get(0).contains("Karaf");
    } catch (AssertionError e) {
      return false;
    }
  }

  private static void assertAllActive(KarafShell shell) {
    String list = shell.run(LIST).get(0);
    List<String> lame =
        list.lines()
            .filter(line -> line.contains("\t"))
            .filter(line -> !line.contains("Active") && !line.contains("Resolved"))
            .toList();
    assertEquals(list, List.of(), lame);
    List<String> ours =
        list.lines().filter(line -> line.contains("Pomona") && !line.contains("Active")).toList();
    assertEquals(List.of(), ours);
  }

  private void assertAnswers() {
    Path root = karaf.home().resolve("data/pomona/tls/root.pem");
    Awaitility.await("the server at port " + port)
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> Files.exists(root) && api(root).get("/api/v1/version").status() == 200);
    Awaitility.await("all of it")
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                api(root).get("/api/v1/configuration_profiles").status() == 401
                    && api(root).get("/api/v1/hosts").status() == 401);
  }

  /**
   * Karaf saves configurations that came from files: the key store's password must not be there.
   */
  private void assertNoPasswordInEtc() throws IOException {
    Path file = karaf.home().resolve("etc/org.ops4j.pax.web.cfg");
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    assertFalse(
        lines.toString(),
        lines.stream().anyMatch(line -> line.contains("password") && !line.startsWith("#")));
  }

  private AdminApi api(Path root) {
    return AdminApi.at(URI.create("https://localhost:" + port), root);
  }

  /** Without the numbers that a bundle gets at its installation. */
  private static Set<String> names(String list) {
    return list.lines()
        .map(line -> line.replaceFirst("^\\s*\\d+", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> lines(String text) {
    return text.lines().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
  }
}
