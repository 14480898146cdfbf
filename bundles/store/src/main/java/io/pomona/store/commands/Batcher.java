package io.pomona.store.commands;

import io.pomona.api.MdmException;
import io.pomona.store.sql.Failures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
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

  private void lead() {
    try {
      List<Ticket> batch = take();
      if (!batch.isEmpty()) {
        write(batch);
      }
    } finally {
      leaders.release();
      Ticket head = waiting.peek();
      if (head != null) {
        head.call();
      }
    }
  }

  /** In the order of channels, so that batches of two nodes cannot lock each other. */
  private List<Ticket> take() {
    Map<String, Ticket> batch = new LinkedHashMap<>();
    List<Ticket> later = new ArrayList<>();
    for (Ticket one = waiting.poll();
        one != null;
        one = batch.size() < MOST ? waiting.poll() : null) {
      if (batch.putIfAbsent(one.channel, one) != null) {
        later.add(one);
      }
    }
    waiting.addAll(later);
    return batch.values().stream().sorted(Comparator.comparing(one -> one.channel)).toList();
  }

  /** One bad row must not hurt the others: a batch that fails is written one by one. */
  private void write(List<Ticket> batch) {
    try {
      exchange.apply(batch);
      batch.forEach(Ticket::finish);
    } catch (RuntimeException e) {
      LOG.debug("Writing {} reports one by one", batch.size(), e);
      batch.forEach(this::writeOne);
    }
  }

  private void writeOne(Ticket ticket) {
    for (int tried = 1; !ticket.isDone(); tried++) {
      try {
        ticket.reset();
        exchange.apply(List.of(ticket));
        ticket.finish();
      } catch (RuntimeException e) {
        if (tried == TRIES || !mayWork(e)) {
          ticket.fail(
              MdmException.unavailable(
                      "store.unavailable", "The report could not be stored; send it again.")
                  .causedBy(e));
        }
      }
    }
  }

  private static boolean mayWork(RuntimeException e) {
    return Failures.isTransient(e) || Failures.duplicate(e).isPresent();
  }
}
