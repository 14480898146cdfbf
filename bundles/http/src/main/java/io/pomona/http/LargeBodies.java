package io.pomona.http;

import io.pomona.api.MdmException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many large bodies are in memory at once; a Mac that finds no place comes again. */
final class LargeBodies {
  private static final int PLACES = 8;
  private static final int WAITING = 16;
  private static final Duration LATER = Duration.ofSeconds(30);

  private final Semaphore free = new Semaphore(PLACES, true);
  private final long patience;

  LargeBodies(Duration patience) {
    this.patience = patience.toMillis();
  }

  /**
   * @throws MdmException unavailable when no place becomes free soon
   */
  void take() {
    // Those who wait hold a thread each; small requests need some as well.
    if (free.hasQueuedThreads() && free.getQueueLength() >= WAITING || !becomesFree()) {
      throw MdmException.unavailable(
              "http.busy", "Too many large messages at once; send it again later.")
          .retryAfter(LATER);
    }
  }

  private boolean becomesFree() {
    try {
      return free.tryAcquire(patience, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void giveBack() {
    free.release();
  }
}
