package io.pomona.simulator.demo;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Karaf is a shell script here: what counts is the handling of the process. */
public class KarafProcessTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private DemoSettings settings;
  private Path script;

  @Before
  public void folders() throws IOException {
    Path home = temporary.getRoot().toPath().resolve("karaf");
    script = home.resolve("bin").resolve("karaf");
    Files.createDirectories(script.getParent());
    settings = settings(home, 1);
  }

  private DemoSettings settings(Path home, int port) {
    Path state = temporary.getRoot().toPath().resolve("state");
    return new DemoSettings(
        home, state, URI.create("https://localhost:" + port), new DemoFleet(5), Map.of());
  }

  private void script(String body) throws IOException {
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    assertTrue(script.toFile().setExecutable(true));
  }

  @Test
  public void theChildGetsItsDataFolderAndThePushServiceAndAnEmptyCache() throws Exception {
    Path cache = settings.karafData().resolve("cache").resolve("bundle0");
    Files.createDirectories(cache);
    Files.createDirectories(settings.karafData().resolve("pomona"));
    script("echo \"$1 $KARAF_DATA $POMONA_APNS_PORT\"; exec tail -f /dev/null");

    try (KarafProcess karaf = KarafProcess.start(settings, Map.of("POMONA_APNS_PORT", "4711"))) {
      String expected = "server " + settings.karafData().toAbsolutePath() + " 4711";
      await().until(() -> karaf.lastWords().equals(expected));
      assertFalse(Files.exists(cache));
      assertTrue(Files.exists(settings.karafData().resolve("pomona")));
      assertTrue(karaf.stillRunsAfter(Duration.ofMillis(10)));
    }
  }

  @Test
  public void closingEndsTheChild() throws Exception {
    script("exec tail -f /dev/null");
    KarafProcess karaf = KarafProcess.start(settings, Map.of());

    karaf.close();

    assertFalse(karaf.stillRunsAfter(Duration.ofSeconds(5)));
    assertTrue(karaf.closed());
  }

  @Test
  public void aKarafThatFailsLeavesItsLastWords() throws Exception {
    script("echo 'no memory'; exit 1");

    DemoException failed =
        assertThrows(DemoException.class, () -> run(settings(home(), freePort())));

    assertTrue(failed.getMessage(), failed.getMessage().contains("no memory"));
  }

  @Test
  public void aTakenPortIsSaidInASentence() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DemoException taken =
          assertThrows(DemoException.class, () -> run(settings(home(), other.getLocalPort())));

      assertEquals(
          "Port "
              + other.getLocalPort()
              + " is taken by another program; stop it (another demo?) and try again.",
          taken.getMessage());
    }
  }

  @Test
  public void withoutADistributionTheDemoSaysSo() throws Exception {
    DemoSettings none = settings(home(), freePort());

    DemoException missing = assertThrows(DemoException.class, () -> run(none));

    assertTrue(missing.getMessage().startsWith("There is no Karaf in "));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private Path home() {
    return script.getParent().getParent();
  }

  private static void run(DemoSettings settings) throws Exception {
    new Demo(settings, new PrintStream(new ByteArrayOutputStream())).run();
  }
}
