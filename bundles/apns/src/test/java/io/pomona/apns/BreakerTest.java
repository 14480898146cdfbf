package io.pomona.apns;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.testkit.SettableClock;
import java.time.Duration;
import org.junit.Test;

public class BreakerTest {
  private final SettableClock clock = new SettableClock();
  private final Breaker breaker = new Breaker(clock, () -> 0.5);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed();
    }
  }

  @Test
  public void toleratesSingleFailures() {
    fail(2);
    assertTrue(breaker.mayPass());
    breaker.succeeded();
    fail(2);
    assertTrue(breaker.mayPass());
    assertFalse(breaker.isOpen());
  }

  @Test
  public void letsOneThroughPerPause() {
    fail(3);
    assertFalse(breaker.mayPass());
    clock.advance(Duration.ofSeconds(1));
    assertTrue(breaker.mayPass());
    assertFalse(breaker.mayPass());
    breaker.succeeded();
    assertTrue(breaker.mayPass());
    assertTrue(breaker.mayPass());
  }

  @Test
  public void aThousandFailuresAtOnceCountAsOne() {
    fail(1000);
    assertEquals(Duration.ofSeconds(1), breaker.pauseLeft());
  }

  @Test
  public void triesEverMoreSeldomUpToAMinute() {
    fail(3);
    int tries = 0;
    for (int second = 0; second < 1800; second++) {
      clock.advance(Duration.ofSeconds(1));
      if (breaker.mayPass()) {
        tries++;
        breaker.failed();
      }
    }
    assertTrue("tries " + tries, tries >= 30 && tries <= 40);
    assertTrue(breaker.pauseLeft().compareTo(Duration.ofSeconds(60)) <= 0);
  }
}
