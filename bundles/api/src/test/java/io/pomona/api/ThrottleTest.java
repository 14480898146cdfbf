package io.pomona.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.Test;

public class ThrottleTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Throttle<String> throttle = new Throttle<>(WINDOW);
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private boolean allows(String key) {
    return throttle.allows(key, 2, now);
  }

  @Test
  public void eachKeyMayAsOftenAsItMay() {
    assertTrue(allows("a") && allows("a"));
    assertFalse("the third time", allows("a"));
    assertEquals("what is refused does not count", 2, throttle.times("a", now));
    assertTrue("another", allows("b"));
    assertEquals(0, throttle.times("c", now));
  }

  @Test
  public void theStretchBeginsWithTheFirstTime() {
    allows("a");
    now = now.plus(WINDOW.minusSeconds(1));
    assertTrue(allows("a"));
    assertFalse(allows("a"));
    now = now.plusSeconds(1);
    assertTrue("over", allows("a") && allows("a"));
    assertFalse(allows("a"));
  }

  @Test
  public void whatWasNoneIsTakenBackOrForgotten() {
    allows("a");
    allows("a");
    throttle.takeBack("a");
    assertTrue(allows("a"));
    assertFalse(allows("a"));
    throttle.forget("a");
    assertEquals(0, throttle.times("a", now));
    throttle.takeBack("a");
    assertEquals("never less than none", 0, throttle.times("a", now));
  }

  @Test
  public void madeUpKeysPushOutTheOldestOnly() {
    for (int i = 0; i < 3 * Throttle.REMEMBERED; i++) {
      allows("key " + i);
    }
    assertTrue(throttle.remembered() <= Throttle.REMEMBERED);
    assertEquals(0, throttle.times("key 0", now));
    assertEquals(1, throttle.times("key " + (3 * Throttle.REMEMBERED - 1), now));
    now = now.plus(WINDOW);
    allows("a");
    assertEquals(1, throttle.remembered());
  }

  @Test
  public void thoseWhoComeAtOnceAreAllCounted() {
    long allowed =
        IntStream.range(0, 1_000).parallel().filter(i -> throttle.allows("a", 100, now)).count();
    assertEquals(100, allowed);
  }
}
