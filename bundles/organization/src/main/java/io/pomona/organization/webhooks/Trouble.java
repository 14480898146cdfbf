package io.pomona.organization.webhooks;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is tried each second and fails: of what goes on for a while is warned once, and it
 * is told when it is over. A database that is away for a moment is no reason to call anybody.
 */
final class Trouble {
  static final int A_WHILE = 10;

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private final String sentence;
  private final AtomicInteger times = new AtomicInteger();

  /**
   * @param sentence what does not work, without a full stop
   */
  Trouble(String sentence) {
    this.sentence = sentence;
  }

  void happened(RuntimeException e) {
    if (times.incrementAndGet() == A_WHILE) {
      LOG.warn("{}, and this goes on: look at the database", sentence, e);
    } else {
      LOG.debug("{}", sentence, e);
    }
  }

  void over() {
    if (times.getAndSet(0) >= A_WHILE) {
      LOG.info("It is over: {}", sentence);
    }
  }
}
