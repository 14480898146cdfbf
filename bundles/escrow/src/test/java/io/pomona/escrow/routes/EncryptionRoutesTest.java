package io.pomona.escrow.routes;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class EncryptionRoutesTest {
  @Test
  public void anOddPeriodDoesNotTurnItOff() {
    assertEquals(500, EncryptionRoutes.atLeast(0));
    assertEquals(500, EncryptionRoutes.atLeast(-1));
    assertEquals(5000, EncryptionRoutes.atLeast(5000));
  }
}
