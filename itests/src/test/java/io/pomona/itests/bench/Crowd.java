package io.pomona.itests.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Kept connections, each with a thread that asks again as soon as it was answered, or on time. */
final class Crowd implements AutoCloseable {
  private final int port;
  private final int size;
  private final ExecutorService threads;

  Crowd(int port, int size) {
    this.port = port;
    this.size = size;
    this.threads = Executors.newFixedThreadPool(size);
  }

  /** What is done with the Mac of a number. */
  @FunctionalInterface
  interface Talk {
    void with(int mac, Wire wire) throws IOException;
  }

  /** As fast as it is answered, for so long. */
  Latencies during(int seconds, AtomicInteger next, Talk talk) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    return all(
        (wire, latencies) -> {
          for (long begin = System.nanoTime(); begin < end; ) {
            talk.with(next.getAndIncrement(), wire);
            long now = System.nanoTime();
            latencies.add(now - begin);
            begin = now;
          }
        });
  }

  /** Once with each of so many. */
  Latencies each(int count, Talk talk) {
    AtomicInteger next = new AtomicInteger();
    return all(
        (wire, latencies) -> {
          for (int mac = next.getAndIncrement(); mac < count; mac = next.getAndIncrement()) {
            long begin = System.nanoTime();
            talk.with(mac, wire);
            latencies.add(System.nanoTime() - begin);
          }
        });
  }

  /** At this rate whatever the server does; a latency counts from when it should have begun. */
  Latencies atRate(double rate, int seconds, AtomicInteger next, Talk talk) {
    long start = System.nanoTime();
    int count = (int) (rate * seconds);
    AtomicInteger turn = new AtomicInteger();
    return all(
        (wire, latencies) -> {
          for (int i = turn.getAndIncrement(); i < count; i = turn.getAndIncrement()) {
            long due = start + (long) (i * 1e9 / rate);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
              LockSupport.parkNanos(left);
            }
            talk.with(next.getAndIncrement(), wire);
            latencies.add(System.nanoTime() - due);
          }
        });
  }

  private interface Work {
    void run(Wire wire, Latencies latencies) throws IOException;
  }

  private Latencies all(Work work) {
    Latencies latencies = new Latencies();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      tasks.add(
          () -> {
            Latencies own = new Latencies();
            try (Wire wire = new Wire(port)) {
              work.run(wire, own);
            }
            latencies.addAll(own);
            return null;
          });
    }
    try {
      for (Future<Void> future : threads.invokeAll(tasks)) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The server did not answer as it should", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return latencies;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
