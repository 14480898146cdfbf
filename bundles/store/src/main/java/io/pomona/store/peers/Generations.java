package io.pomona.store.peers;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When something last changed, by key, coarsely: keys share stripes, which costs a needless look at
 * the database now and then and never a wrong answer. What was read under a stamp holds while its
 * key has not changed since.
 */
public final class Generations {
  private static final int STRIPES = 1 << 14;

  private final AtomicLong last = new AtomicLong();
  private final AtomicLong all = new AtomicLong();
  private final AtomicLongArray stripes = new AtomicLongArray(STRIPES);

  /** To be taken before the database is read. */
  public long stamp() {
    return last.get();
  }

  /** To be called after the change was committed. */
  public void changed(String key) {
    stripes.accumulateAndGet(stripe(key), last.incrementAndGet(), Math::max);
  }

  public void changedAll() {
    all.accumulateAndGet(last.incrementAndGet(), Math::max);
  }

  public boolean isUnchanged(String key, long stamp) {
    return stripes.get(stripe(key)) <= stamp && all.get() <= stamp;
  }

  private static int stripe(String key) {
    int hash = key.hashCode();
    return (hash ^ hash >>> 14) & STRIPES - 1;
  }
}
