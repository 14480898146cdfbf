package io.pomona.store.commands;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.SealedPlists;
import io.pomona.store.sql.SqlFailure;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Reports;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
    await().until(() -> waiting.get() == 10);
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

  private static Ticket answer(String device, int size) {
    ChannelId mac = ChannelId.device(device);
    CommandUuid uuid = CommandUuid.random();
    CommandReportEntry small = Reports.acknowledged(mac, uuid);
    return new Ticket(
        new CommandReportEntry(small.report(), new byte[size]),
        Instant.EPOCH,
        0,
        new SealedPlists(new FakeSecretVault()));
  }

  /** Fails in one way, whatever it is given, after the first batch of all. */
  private static final class Failing implements Exchange {
    final AtomicInteger calls = new AtomicInteger();
    final Supplier<Throwable> failure;

    Failing(Supplier<Throwable> failure) {
      this.failure = failure;
    }

    @Override
    public void apply(List<Ticket> tickets) {
      calls.incrementAndGet();
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }
  }

  /** Lets the first batch, of one, wait until the others have come; then all go on to another. */
  private static final class Gate implements Exchange {
    final SlowStart start = new SlowStart();
    final Exchange then;

    Gate(Exchange then) {
      this.then = then;
    }

    @Override
    public void apply(List<Ticket> tickets) {
      if (start.sizes.isEmpty()) {
        start.apply(tickets);
      } else {
        then.apply(tickets);
      }
    }
  }

  private List<Future<Throwable>> behindAGate(Exchange then, List<Supplier<Ticket>> tickets)
      throws Exception {
    Gate gate = new Gate(then);
    Batcher batcher = new Batcher(gate);
    threads.submit(() -> batcher.submit(ticket("MAC-0")));
    gate.start.first.await();
    List<Thread> callers = new CopyOnWriteArrayList<>();
    List<Future<Throwable>> ends = new ArrayList<>();
    for (Supplier<Ticket> one : tickets) {
      ends.add(
          threads.submit(
              () -> {
                Ticket ticket = one.get();
                callers.add(Thread.currentThread());
                return thrown(() -> batcher.submit(ticket));
              }));
    }
    await()
        .until(
            () ->
                callers.size() == tickets.size()
                    && callers.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
    gate.start.go.countDown();
    return ends;
  }

  private static Throwable thrown(Runnable call) {
    try {
      call.run();
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  private static List<Supplier<Ticket>> macs(int number) {
    return IntStream.rangeClosed(1, number)
        .<Supplier<Ticket>>mapToObj(i -> () -> ticket("MAC-" + i))
        .toList();
  }

  @Test
  public void anErrorOfTheLeaderLeavesNobodyWaiting() throws Exception {
    Exchange broken = new Failing(() -> new NoClassDefFoundError("gone"));
    for (Future<Throwable> end : behindAGate(broken, macs(6))) {
      Throwable thrown = end.get(10, TimeUnit.SECONDS);
      assertTrue(
          String.valueOf(thrown),
          thrown instanceof MdmException || thrown instanceof NoClassDefFoundError);
    }
  }

  @Test
  public void aDatabaseThatIsAwayIsWaitedForOnceByAll() throws Exception {
    Failing away =
        new Failing(() -> new SqlFailure(new SQLTransientConnectionException("no connection")));
    for (Future<Throwable> end : behindAGate(away, macs(10))) {
      assertEquals("store.unavailable", ((MdmException) end.get(10, TimeUnit.SECONDS)).code());
    }
    assertEquals(1, away.calls.get());
  }

  @Test
  public void aLostConnectionIsReplacedOnceForAll() throws Exception {
    Failing away = new Failing(() -> new SqlFailure(new SQLException("terminated", "57P01")));
    for (Future<Throwable> end : behindAGate(away, macs(10))) {
      assertEquals("store.unavailable", ((MdmException) end.get(10, TimeUnit.SECONDS)).code());
    }
    assertEquals(2, away.calls.get());
  }

  @Test
  public void longAnswersAreNotAllTakenAtOnce() throws Exception {
    List<Integer> most = new CopyOnWriteArrayList<>();
    Exchange counting =
        batch -> most.add(batch.stream().mapToInt(ticket -> ticket.answer.length).sum());
    List<Supplier<Ticket>> answers =
        IntStream.rangeClosed(1, 8)
            .<Supplier<Ticket>>mapToObj(i -> () -> answer("MAC-" + i, 3 << 20))
            .toList();
    for (Future<Throwable> end : behindAGate(counting, answers)) {
      assertEquals(null, end.get(10, TimeUnit.SECONDS));
    }
    assertTrue(most.toString(), most.stream().allMatch(bytes -> bytes <= 8 << 20));
    assertTrue(most.toString(), most.size() < 8);
  }
}
