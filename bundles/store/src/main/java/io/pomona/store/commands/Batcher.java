package io.pomona.store.commands;

import io.pomona.api.MdmException;
import io.pomona.store.sql.Failures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit. Whoever comes while no batch is being written leads the next one and takes all that
 * wait with it; the others sleep until their batch is committed. Nobody waits for company.
 */
final class Batcher {
  private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);
  private static final int MOST = 256;
  private static final long MOST_BYTES = 8L << 20;
  private static final int TRIES = 5;

  private final Exchange exchange;
  private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();

  /** One at a time: while a batch is written the next one grows, and that is what saves. */
  private final Semaphore leaders = new Semaphore(1);

  Batcher(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Returns after the commit. */
  void submit(Ticket ticket) {
    waiting.add(ticket);
    boolean interrupted = false;
    while (!ticket.isDone()) {
      if (leaders.tryAcquire()) {
        lead();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    ticket.check();
  }

  /** However this ends, none of the batch is left waiting. */
  private void lead() {
    Map<String, Ticket> batch = new TreeMap<>();
    try {
      take(batch);
      if (!batch.isEmpty()) {
        write(List.copyOf(batch.values()), true);
      }
    } catch (RuntimeException e) {
      LOG.debug("None of {} reports can be written", batch.size(), e);
      fail(batch.values(), e);
    } catch (Error e) {
      fail(batch.values(), e);
      throw e;
    } finally {
      leaders.release();
      Ticket head = waiting.peek();
      if (head != null) {
        head.call();
      }
    }
  }

  /**
   * In the order of channels, so that batches of two nodes cannot lock each other, and no more than
   * the memory for them allows.
   */
  private void take(Map<String, Ticket> batch) {
    List<Ticket> later = new ArrayList<>();
    long bytes = 0;
    for (Ticket one = waiting.peek();
        one != null && batch.size() < MOST && fits(bytes, one);
        one = waiting.peek()) {
      waiting.remove();
      if (batch.putIfAbsent(one.channel, one) == null) {
        bytes += one.answer.length;
      } else {
        later.add(one);
      }
    }
    waiting.addAll(later);
  }

  /** One of any size does when it is alone. */
  private static boolean fits(long bytes, Ticket next) {
    return bytes == 0 || bytes + next.answer.length <= MOST_BYTES;
  }

  /**
   * One bad row must not hurt the others: a batch that fails is written one by one. Without a
   * database that would only take longer; but another connection is worth one try.
   */
  private void write(List<Ticket> batch, boolean again) {
    try {
      batch.forEach(Ticket::reset);
      exchange.apply(batch);
      batch.forEach(Ticket::finish);
    } catch (RuntimeException e) {
      LOG.debug("Writing {} reports failed", batch.size(), e);
      if (again && Failures.isLostConnection(e)) {
        write(batch, false);
      } else if (Failures.isUnreachable(e)) {
        throw e;
      } else {
        batch.forEach(this::writeOne);
      }
    }
  }

  private void writeOne(Ticket ticket) {
    for (int tried = 1; !ticket.isDone(); tried++) {
      try {
        ticket.reset();
        exchange.apply(List.of(ticket));
        ticket.finish();
      } catch (RuntimeException e) {
        if (Failures.isUnreachable(e)) {
          throw e;
        }
        if (tried == TRIES || !mayWork(e)) {
          fail(List.of(ticket), e);
        }
      }
    }
  }

  private static void fail(Collection<Ticket> tickets, Throwable cause) {
    for (Ticket ticket : tickets) {
      if (!ticket.isDone()) {
        ticket.fail(
            MdmException.unavailable(
                    "store.unavailable", "The report could not be stored; send it again.")
                .causedBy(cause));
      }
    }
  }

  private static boolean mayWork(RuntimeException e) {
    return Failures.isTransient(e) || Failures.duplicate(e).isPresent();
  }
}
