package io.pomona.http.download;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How many downloads there may be at a time: each holds a thread of the web server, on which other
 * Macs wait. One whose bytes are never asked for, as at a HEAD, gives its place back by itself.
 */
final class DownloadSlots {
  private static final Duration TO_BEGIN = Duration.ofSeconds(30);

  private final int most;
  private final Deque<Slot> waiting = new ArrayDeque<>();
  private int running;

  DownloadSlots(int most) {
    this.most = most;
  }

  /** One place; it is not a record, since each is another one. */
  final class Slot {
    private final Instant taken;

    private Slot(Instant taken) {
      this.taken = taken;
    }

    void run(Runnable download) {
      begin(this);
      try {
        download.run();
      } finally {
        end();
      }
    }
  }

  synchronized Optional<Slot> take(Instant now) {
    waiting.removeIf(slot -> !slot.taken.plus(TO_BEGIN).isAfter(now));
    if (running + waiting.size() >= most) {
      return Optional.empty();
    }
    Slot slot = new Slot(now);
    waiting.add(slot);
    return Optional.of(slot);
  }

  private synchronized void begin(Slot slot) {
    waiting.remove(slot);
    running++;
  }

  private synchronized void end() {
    running--;
  }
}
