package io.pomona.simulator.mac.scep;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How the Mac waits between two tries; tests do not wait. */
@FunctionalInterface
public interface Pause {

  void of(Duration duration) throws InterruptedIOException;

  static Pause none() {
    return duration -> {};
  }

  static Pause real() {
    return duration -> {
      try {
        // nothing counts down: this is a wait that an interrupt ends
        boolean woken = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
        assert !woken;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Interrupted between two tries");
      }
    };
  }
}
