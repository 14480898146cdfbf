package io.pomona.store.peers;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class GenerationsTest {
  private final Generations generations = new Generations();

  @Test
  public void whatWasReadHoldsUntilItsKeyChanges() {
    long stamp = generations.stamp();
    generations.changed("other");
    assertTrue(generations.isUnchanged("mac", stamp));
    generations.changed("mac");
    assertFalse(generations.isUnchanged("mac", stamp));
    assertTrue(generations.isUnchanged("mac", generations.stamp()));
  }

  @Test
  public void aChangeDuringTheReadIsNotMissed() {
    long before = generations.stamp();
    generations.changed("mac");
    assertFalse(generations.isUnchanged("mac", before));
  }

  @Test
  public void everythingMayChangeAtOnce() {
    long stamp = generations.stamp();
    generations.changedAll();
    assertFalse(generations.isUnchanged("mac", stamp));
  }
}
