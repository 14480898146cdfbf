package io.pomona.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

public class PushScheduleTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final PushVerdict ACCEPTED = PushVerdict.of(Outcome.ACCEPTED, "");

  private static Duration pause(double random, PushVerdict verdict, int attempts) {
    Instant next = new PushSchedule(() -> random).next(verdict, attempts, NOW);
    return Duration.between(NOW, next);
  }

  @Test
  public void aSilentMacIsPushedEverMoreSeldom() {
    assertEquals(Duration.ofMinutes(1), pause(0.5, ACCEPTED, 0));
    assertEquals(Duration.ofMinutes(2), pause(0.5, ACCEPTED, 1));
    assertEquals(Duration.ofMinutes(64), pause(0.5, ACCEPTED, 6));
    assertEquals(Duration.ofHours(24), pause(0.5, ACCEPTED, 11));
    assertEquals(Duration.ofHours(24), pause(0.5, ACCEPTED, Integer.MAX_VALUE));
  }

  @Test
  public void spreadsByAFifth() {
    assertEquals(Duration.ofSeconds(48), pause(0, ACCEPTED, 0));
    assertEquals(Duration.ofSeconds(72), pause(1, ACCEPTED, 0));
  }

  @Test
  public void waitsAtLeastAsLongAsAppleAsks() {
    for (Outcome outcome : new Outcome[] {Outcome.THROTTLED, Outcome.UNAVAILABLE}) {
      Duration asked = Duration.ofMinutes(17);
      PushVerdict verdict = new PushVerdict(outcome, "x", Optional.of(asked), Optional.empty());
      for (double random : new double[] {0, 0.5, 1}) {
        Duration pause = pause(random, verdict, 3);
        assertTrue(pause.compareTo(asked) >= 0 && pause.compareTo(asked.multipliedBy(2)) < 0);
      }
    }
  }

  @Test
  public void everyVerdictHasATimeAndNoneIsNever() {
    for (Outcome outcome : Outcome.values()) {
      Duration pause = pause(1, PushVerdict.of(outcome, "x"), 40);
      assertTrue(outcome.name(), pause.compareTo(Duration.ZERO) > 0);
      assertTrue(outcome.name(), pause.compareTo(Duration.ofHours(30)) < 0);
    }
  }
}
