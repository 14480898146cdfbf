package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.PollOutcome.Ending;
import io.pomona.simulator.wire.Plist;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

public class DeviceLockTest {

  private static final String PIN = "493817";

  private MacScene scene;

  @Before
  public void enroll() throws Exception {
    scene = new MacScene();
  }

  @Test
  public void acknowledgesAndFallsSilentUntilItIsUnlocked() {
    Plist answer = scene.answer("DeviceLock", "PIN", PIN, "Message", "Call Ada");
    assertEquals("Acknowledged", answer.text("Status").orElseThrow());
    assertEquals("Success", answer.text("MessageResult").orElseThrow());
    int heard = scene.server.heard.size();

    assertEquals(Ending.LOCKED, scene.mac.poll().ending());
    assertEquals(heard, scene.server.heard.size());
    assertFalse(scene.mac.unlock("000000"));
    assertTrue(scene.mac.locked());

    assertTrue(scene.mac.unlock(PIN));
    assertEquals(Ending.EMPTY, scene.mac.poll().ending());
  }

  @Test
  public void whatItCouldNotSayIsSaidAfterwards() {
    scene.server.enqueue(
        scene.mac.hardware().udid(), Map.of("RequestType", "DeviceLock", "PIN", PIN));
    scene.server.failOn("Acknowledged");

    assertEquals(Ending.LOCKED, scene.mac.poll().ending());
    scene.mac.unlock(PIN);
    scene.mac.poll();

    assertEquals("Acknowledged", scene.server.last().type());
  }

  @Test
  public void needsAPinOfSixCharacters() {
    for (Object[] arguments : List.of(new Object[0], new Object[] {"PIN", "12345"})) {
      assertEquals("Error", scene.status("DeviceLock", arguments));
    }
    assertFalse(scene.mac.locked());
  }

  @Test
  public void erasingItTakesTheLockOff() {
    scene.status("DeviceLock", "PIN", PIN);

    scene.mac.wipe();

    assertFalse(scene.mac.locked());
  }
}
