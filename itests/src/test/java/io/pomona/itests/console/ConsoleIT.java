package io.pomona.itests.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.pomona.itests.karaf.KarafLog;
import io.pomona.itests.karaf.KarafShell;
import io.pomona.itests.story.Pomona;
import io.pomona.itests.story.SsoWorld;
import io.pomona.itests.story.VirtualWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * The specs of bundles/console/web/e2e in a real browser against a server that nobody has set up
 * yet. Where there is no Chromium they are skipped, but not where the variable CI is true. Those
 * that {@code -Dconsole.specs} names run alone, after the first run.
 */
public class ConsoleIT {
  /** Specs give wrong passwords. */
  private static final Pattern EXPECTED = Pattern.compile("wrong password|too many");

  /** Somebody who looks at a page does not wait for minutes. */
  private static final Map<String, Map<String, String>> QUICK =
      Map.of(
          "io.pomona.escrow.cfg", Map.of("period", "1000"),
          "io.pomona.abm.cfg", Map.of("sync.seconds", "2"),
          "io.pomona.enrollment.cfg", Map.of("self.service", "true"),
          "io.pomona.organization.webhooks.cfg", Map.of("allowed.networks", "192.0.2.0/24"));

  @Test
  public void theSpecsHold() throws Exception {
    Optional<Path> chromium = chromium();
    boolean ci = "true".equals(System.getenv("CI"));
    assertTrue("CI without a browser: install chromium", chromium.isPresent() || !ci);
    assumeTrue("No /usr/bin/chromium: the console is not tried", chromium.isPresent());
    try (VirtualWorld world = new VirtualWorld();
        Pomona pomona = Pomona.start(world, QUICK, Map.of());
        SsoWorld identities = new SsoWorld(pomona);
        WorldDoor door = WorldDoor.open(world, identities.provider())) {
      identities.connect("");
      Path bundle = AddedPageBundle.build(Path.of("target/console-page.jar").toAbsolutePath());
      KarafShell.of(pomona.karaf()).run("bundle:install -s file:" + bundle);
      Specs specs = new Specs(chromium.get(), pomona.url(), door.address());
      int exit = specs.run();
      assertEquals(specs.output(), 0, exit);
      KarafLog.of(pomona.karaf()).assertQuietBut(EXPECTED);
    }
  }

  private static Optional<Path> chromium() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
