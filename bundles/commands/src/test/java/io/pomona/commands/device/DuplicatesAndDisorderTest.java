package io.pomona.commands.device;

import io.pomona.testkit.DisorderlyMac;
import org.junit.Test;

/** Answers that come twice, late and in another order lead to the same end as if they did not. */
public class DuplicatesAndDisorderTest {
  private static final int SEEDS = 1000;

  @Test
  public void everySeedEndsAsIfInOrder() {
    for (int seed = 0; seed < SEEDS; seed++) {
      MacWire wire = new MacWire();
      new DisorderlyMac(
              wire.stores, wire.channel, wire.clock, report -> wire.send(report.raw()), seed)
          .play();
    }
  }
}
