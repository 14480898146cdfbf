package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.mac.Behaviour;
import io.pomona.simulator.mac.BehaviourScript;
import io.pomona.simulator.mac.PollOutcome;
import io.pomona.simulator.mac.VirtualMac;
import java.util.List;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;

/** A Mac that cannot carry out a command now gets the next one, and the first again later. */
public class NotNowAndBackStory {
  private static final String LATER = "CertificateList";

  @ClassRule public static final Stage STAGE = new Stage();

  private final AdminApi admin = STAGE.admin();
  private final Orders orders = new Orders(admin);

  @After
  public void rest() {
    STAGE.world().allRest();
  }

  @Test
  public void itPollsByItselfAfterNotNowAndGetsTheCommandAgain() {
    VirtualMac mac = macThatCannotNow(1);
    String uuid = orders.send(LATER, mac);
    assertEquals(PollOutcome.Ending.NOT_NOW, mac.poll().ending());
    assertEquals("NotNow", orders.status(uuid, mac));
    mac.poll();
    assertEquals(Orders.DONE, orders.status(uuid, mac));
  }

  @Test
  public void othersOvertakeItAndAPushBringsItBack() {
    VirtualMac mac = macThatCannotNow(1);
    String later = orders.send(LATER, mac);
    String next = orders.send("SecurityInfo", mac);
    PollOutcome outcome = mac.poll();
    assertEquals(2, outcome.commands());
    assertEquals(PollOutcome.Ending.EMPTY, outcome.ending());
    assertEquals(Orders.DONE, orders.status(next, mac));
    assertEquals("NotNow", orders.status(later, mac));
    // Its last word was not NotNow, so it waits for a push.
    STAGE.world().awake(List.of(mac));
    orders.await(later, mac, Orders.DONE);
  }

  @Test
  public void itStaysPatientThroughManyNotNows() {
    VirtualMac mac = macThatCannotNow(5);
    String uuid = orders.send(LATER, mac);
    for (int i = 0; i < 5; i++) {
      assertEquals(PollOutcome.Ending.NOT_NOW, mac.poll().ending());
    }
    mac.poll();
    assertEquals(Orders.DONE, orders.status(uuid, mac));
    assertTrue(orders.nothingWaits(mac));
  }

  private static VirtualMac macThatCannotNow(int times) {
    BehaviourScript script = BehaviourScript.obedient().on(LATER, new Behaviour.NotNow(times));
    VirtualMac mac =
        VirtualMac.inMemory(STAGE.world().newHardware(), STAGE.world().macSetup().with(script));
    return STAGE.world().enrollAsleep(STAGE.admin(), mac);
  }
}
