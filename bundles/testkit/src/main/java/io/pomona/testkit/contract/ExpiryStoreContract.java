package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.List;
import org.junit.Test;

/** What every {@code ExpiryStore} must do. */
public class ExpiryStoreContract extends StoreContract {
  private static final String TYPE = "credential_expires";

  private boolean tell(String name, Instant end, int days) {
    return stores.expiry().tell(name, end, days, Fixtures.activity(TYPE), T);
  }

  @Test
  public void eachNameEndAndThresholdIsToldOnce() {
    assertTrue(tell("a", T, 7));
    assertFalse(tell("a", T, 7));
    assertTrue(tell("a", T, 1));
    assertTrue(tell("a", T.plus(HOUR), 7));
    assertTrue(tell("b", T, 7));
    assertEquals(List.of(TYPE, TYPE, TYPE, TYPE), activities());
  }

  @Test
  public void ofManyNodesOneTells() throws Exception {
    List<Boolean> told = Race.of(20, i -> () -> tell("a", T, 30));
    assertEquals(1, told.stream().filter(Boolean::booleanValue).count());
    assertEquals(List.of(TYPE), activities());
  }
}
