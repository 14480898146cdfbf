package io.pomona.itests.bench;

import java.util.function.Supplier;

/** Reads the clocks around a piece of work. */
record Meter(ProcessFigures server, Database database) {

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
