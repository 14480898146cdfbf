package io.pomona.http.download;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.Test;

/** Downloads that are too many at a time wait outside. */
public class DownloadSlotsTest {
  private final SettableClock clock = new SettableClock();
  private final DownloadSlots slots = new DownloadSlots(2);

  private Optional<DownloadSlots.Slot> take() {
    return slots.take(clock.instant());
  }

  @Test
  public void thereAreSoManyAndTheyComeBack() {
    DownloadSlots.Slot one = take().orElseThrow();
    DownloadSlots.Slot two = take().orElseThrow();
    assertEquals(Optional.empty(), take());
    one.run(() -> assertEquals(Optional.empty(), take()));
    assertThrows(
        IllegalStateException.class,
        () ->
            two.run(
                () -> {
                  throw new IllegalStateException("gone");
                }));
    assertTrue(take().isPresent());
    assertTrue(take().isPresent());
    assertEquals(Optional.empty(), take());
  }

  @Test
  public void oneThatNeverBeginsGivesItsPlaceBackAndOneThatRunsDoesNot() {
    take();
    take()
        .orElseThrow()
        .run(
            () -> {
              clock.advance(Duration.ofMinutes(1));
              assertTrue(take().isPresent());
              assertEquals(Optional.empty(), take());
            });
  }
}
