package io.pomona.store.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.SealedPlists;
import io.pomona.store.sql.SqlFailure;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Reports;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;

public class BatcherTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(20);

  @After
  public void stop() {
    threads.shutdownNow();
  }

  private static Ticket ticket(String device) {
    return new Ticket(
        Reports.idle(ChannelId.device(device)),
        Instant.EPOCH,
        0,
        new SealedPlists(new FakeSecretVault()));
  }

  /** Holds the first batch until all others wait. */
  private static final class SlowStart implements Exchange {
    final List<Integer> sizes = new ArrayList<>();
    final CountDownLatch go = new CountDownLatch(1);
    final CountDownLatch first = new CountDownLatch(1);

    @Override
    public void apply(List<Ticket> tickets) {
      first.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      sizes.add(tickets.size());
      if (tickets.size() > 1 && tickets.stream().anyMatch(one -> one.channel.equals("BAD"))) {
        throw new SqlFailure(new SQLException("one of them", "22000"));
      }
      if (tickets.get(0).channel.equals("BAD")) {
        throw new SqlFailure(new SQLException("this one", "22000"));
      }
    }
  }

  @Test
  public void thoseThatWaitShareOneBatch() throws Exception {
    SlowStart exchange = new SlowStart();
    Batcher batcher = new Batcher(exchange);
    AtomicInteger waiting = new AtomicInteger();
    List<Future<?>> calls = new ArrayList<>();
    calls.add(threads.submit(() -> batcher.submit(ticket("MAC-0"))));
    exchange.first.await();
    for (int i = 1; i <= 10; i++) {
      String device = "MAC-" + i;
      calls.add(
          threads.submit(
              () -> {
                Ticket ticket = ticket(device);
                waiting.incrementAndGet();
                batcher.submit(ticket);
              }));
    }
    org.awaitility.Awaitility.await().until(() -> waiting.get() == 10);
    exchange.go.countDown();
    for (Future<?> call : calls) {
      call.get();
    }
    assertEquals(11, exchange.sizes.stream().mapToInt(Integer::intValue).sum());
    assertTrue(exchange.sizes.toString(), exchange.sizes.size() < 11);
  }

  @Test
  public void oneBadRowHurtsNobodyElse() throws Exception {
    SlowStart exchange = new SlowStart();
    Batcher batcher = new Batcher(exchange);
    Future<?> first = threads.submit(() -> batcher.submit(ticket("MAC-0")));
    exchange.first.await();
    Future<?> bad =
        threads.submit(() -> assertThrows(MdmException.class, () -> batcher.submit(ticket("BAD"))));
    Future<?> good = threads.submit(() -> batcher.submit(ticket("MAC-1")));
    exchange.go.countDown();
    first.get();
    bad.get();
    good.get();
  }
}
