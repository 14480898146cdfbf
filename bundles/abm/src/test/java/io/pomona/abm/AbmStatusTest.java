package io.pomona.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.abm.AbmTrouble.Kind;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.Rule;
import org.junit.Test;

public class AbmStatusTest {
  @Rule public final AbmScene scene = new AbmScene();

  private StatusLine line() {
    return new AbmStatus(scene.stores.abmTokens(), scene.stores.abmDevices(), scene.clock)
        .check()
        .get(0);
  }

  @Test
  public void whatNobodyLooksAtIsNotWell() {
    scene.loaded();
    scene.look();
    assertEquals(Level.OK, line().level());
    scene.clock.set(scene.token().sync().dueAt().plus(Duration.ofMinutes(50)));
    assertEquals(Level.OK, line().level());
    scene.clock.advance(Duration.ofMinutes(20));
    assertEquals(Level.WARNING, line().level());
    assertTrue(line().message(), line().message().contains("is not looked at"));
    scene.look();
    assertEquals(Level.OK, line().level());
  }

  @Test
  public void whatThisServerCannotTakeOverIsShownAndTriedAgain() {
    scene.abm.person().buyMacs(scene.server, "C02X", 2);
    scene.loaded();
    scene.takes =
        page -> {
          throw new IllegalStateException("a value that is secret");
        };
    assertTrue(logged(scene::look).contains("ABM cannot be synchronized for Pomona"));
    assertEquals(Kind.BROKEN, scene.token().sync().trouble().orElseThrow().kind());
    assertEquals("IllegalStateException", scene.token().sync().trouble().orElseThrow().word());
    scene.lookAgain();
    scene.lookAgain();
    assertEquals(3, scene.token().sync().attempts());
    assertEquals(Level.WARNING, line().level());
    scene.takes = page -> {};
    scene.lookAgain();
    assertEquals(Level.OK, line().level());
    assertEquals(2, scene.serials().size());
  }

  @Test
  public void whatAnAdminHasToDoIsAnError() {
    scene.loaded();
    scene.abm.person().changeTerms();
    assertTrue(logged(scene::look).contains("Apple has new terms"));
    assertEquals(Level.ERROR, line().level());
    assertEquals("", logged(scene::lookAgain));
  }

  /** The warnings. */
  private static String logged(Runnable look) {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      look.run();
    } finally {
      System.setErr(before);
    }
    return log.toString(StandardCharsets.UTF_8);
  }
}
