package io.pomona.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Resources that have left and may be on their way back: a change of configuration takes a resource
 * away and brings it again some milliseconds later. A request that comes between waits, for a Mac
 * takes a refusal for an answer. What is not back in time has left for good.
 */
final class Departures {
  private final long patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition back = lock.newCondition();
  private int away;
  private long deadline;

  Departures(Duration patience) {
    this.patience = patience.toNanos();
  }

  void departed() {
    lock.lock();
    try {
      away++;
      deadline = System.nanoTime() + patience;
    } finally {
      lock.unlock();
    }
  }

  void arrived() {
    lock.lock();
    try {
      if (away > 0 && --away == 0) {
        back.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns at once when nothing is away. */
  void await() {
    lock.lock();
    try {
      while (away > 0 && left() > 0) {
        back.awaitNanos(left());
      }
      away = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private long left() {
    return deadline - System.nanoTime();
  }
}
