package io.pomona.itests.docs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.Test;

/**
 * The README's commands, verbatim: the demo starts, the next two end well, a second start finds
 * all.
 */
public class ReadmeIT {
  private static final String README = "README.md";
  private static final Duration BUILD_AND_BOOT = Duration.ofMinutes(12);
  private static final Duration UNTIL_VERIFIED = Duration.ofMinutes(5);

  @Test
  public void theFirstScreenNamesTwoCommands() {
    List<String> blocks = CodeBlocks.of(README);
    assertEquals(List.of("./mvnw -Pdemo", "./mvnw verify"), blocks.subList(0, 2));
  }

  @Test
  public void theDemoAndItsNextCommandsWork() {
    try (ShellRun demo = ready()) {
      assertTrue(demo.output(), demo.output().contains("https://localhost:8443"));
      List<String> commands = CodeBlocks.allBeginning(README, "curl");
      assertEquals("a profile, disk encryption", 2, commands.size());
      commands.forEach(command -> verifiesAllMacs(command, demo));
      stop(demo);
    }
    try (ShellRun again = ready()) {
      assertTrue(again.output(), again.output().contains("the 168 Macs of the last time are back"));
      assertFalse(again.output().contains("/168"));
      stop(again);
    }
  }

  private static void verifiesAllMacs(String command, ShellRun demo) {
    assertTrue("the demo prints the README's command", demo.output().contains(command));
    try (ShellRun next = ShellRun.start(command)) {
      assertEquals(next.output(), 0, next.await(UNTIL_VERIFIED));
      assertTrue(next.output(), next.output().contains("\"verified\":20"));
    }
  }

  private static ShellRun ready() {
    ShellRun demo = ShellRun.start(CodeBlocks.beginning(README, "./mvnw -Pdemo"));
    Awaitility.await("the demo")
        .atMost(BUILD_AND_BOOT)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> !demo.isAlive() || demo.output().contains("Ctrl-C stops everything"));
    assertTrue(demo.output(), demo.isAlive());
    return demo;
  }

  private static void stop(ShellRun demo) {
    demo.interrupt();
    demo.await(Duration.ofMinutes(1));
  }
}
