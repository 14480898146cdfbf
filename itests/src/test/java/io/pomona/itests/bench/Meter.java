package io.pomona.itests.bench;

import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Reads the clocks around a piece of work. */
record Meter(ProcessFigures server, Database database) {

  private static final double QUIET = 0.1;
  private static final Duration INTERVAL = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** Returns when the server has nothing of its own to do any more. */
  void awaitQuiet() {
    double[] before = {cpuSeconds()};
    Awaitility.await("a quiet server")
        .atMost(PATIENCE)
        .pollDelay(INTERVAL)
        .pollInterval(INTERVAL)
        .until(
            () -> {
              double spent = cpuSeconds() - before[0];
              before[0] += spent;
              return spent < QUIET * INTERVAL.toSeconds();
            });
  }

  private double cpuSeconds() {
    return server.cpuSeconds() + database.cpuSeconds();
  }

  Sample measure(Supplier<Latencies> work) {
    double cpu = server.cpuSeconds();
    double databaseCpu = database.cpuSeconds();
    long begin = System.nanoTime();
    Latencies latencies = work.get();
    double wall = (System.nanoTime() - begin) / 1e9;
    return new Sample(
        latencies.count(),
        wall,
        server.cpuSeconds() - cpu,
        database.cpuSeconds() - databaseCpu,
        latencies);
  }
}
