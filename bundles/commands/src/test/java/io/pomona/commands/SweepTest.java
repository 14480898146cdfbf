package io.pomona.commands;

import static org.junit.Assert.assertEquals;

import io.pomona.testkit.SettableClock;
import java.time.Duration;
import org.junit.Test;

public class SweepTest {
  private final SettableClock clock = new SettableClock();
  private int runs;
  private boolean broken;
  private final Sweep sweep =
      new Sweep(
          "commands.test",
          () -> {
            runs++;
            if (broken) {
              throw new IllegalStateException("the database is away");
            }
          },
          clock);

  @Test
  public void isTriedMoreSeldomWhileItFailsAndRecovers() {
    broken = true;
    for (int tick = 0; tick < 240; tick++) {
      sweep.run();
      clock.advance(Duration.ofMillis(250));
    }
    assertEquals(true, runs >= 12 && runs <= 18);
    assertEquals("ERROR", sweep.status().level().name());
    broken = false;
    clock.advance(Duration.ofSeconds(5));
    sweep.run();
    assertEquals("OK", sweep.status().level().name());
    int before = runs;
    sweep.run();
    assertEquals(before + 1, runs);
    clock.advance(Duration.ofMinutes(3));
    assertEquals("ERROR", sweep.status().level().name());
  }
}
