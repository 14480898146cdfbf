package io.pomona.abm.setup.routes;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class SetupRoutesTest {
  @Test
  public void anOddPeriodDoesNotTurnTheSetUpOff() {
    assertEquals(500, SetupRoutes.atLeast(0));
    assertEquals(500, SetupRoutes.atLeast(-1));
    assertEquals(2000, SetupRoutes.atLeast(2000));
  }
}
