package io.pomona.abm;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.Test;

public class BackOffTest {
  private final BackOff least = new BackOff(Duration.ofMinutes(5), () -> 0);
  private final BackOff most = new BackOff(Duration.ofMinutes(5), () -> 1);

  @Test
  public void waitsTwiceAsLongEachTimeAndAnHourAtMost() {
    assertEquals(Duration.ofSeconds(30), least.after(0, Optional.empty()));
    assertEquals(Duration.ofSeconds(60), least.after(1, Optional.empty()));
    assertEquals(Duration.ofHours(1), least.after(40, Optional.empty()));
    assertEquals(Duration.ofSeconds(36), most.after(0, Optional.empty()));
  }

  @Test
  public void neverLessThanAppleAsksFor() {
    assertEquals(Duration.ofHours(5), least.after(0, Optional.of(Duration.ofHours(5))));
    assertEquals(Duration.ofSeconds(30), least.after(0, Optional.of(Duration.ofSeconds(1))));
  }

  @Test
  public void usuallyTheInterval() {
    assertEquals(Duration.ofMinutes(5), least.usual());
    assertEquals(Duration.ofMinutes(6), most.usual());
    assertEquals(
        Duration.ofSeconds(2),
        new BackOff(Duration.ofSeconds(2), () -> 0).after(0, Optional.empty()));
  }
}
