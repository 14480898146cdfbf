package io.pomona.itests.bench;

import java.util.Locale;

/**
 * What one round gave.
 *
 * @param operations how many
 * @param wallSeconds how long
 * @param serverSeconds of CPU, user and system
 * @param databaseSeconds of CPU in the database's own processes
 */
record Sample(
    int operations,
    double wallSeconds,
    double serverSeconds,
    double databaseSeconds,
    Latencies latencies) {

  double perCpuSecond() {
    return operations / (serverSeconds + databaseSeconds);
  }

  double perSecond() {
    return operations / wallSeconds;
  }

  String line(String what) {
    return String.format(
        Locale.ROOT,
        "  %-22s %7d in %6.2f s = %7.0f/s; CPU %6.2f s server + %5.2f s database ="
            + " %7.0f/CPU-s; p50 %.2f ms, p99 %.2f ms",
        what,
        operations,
        wallSeconds,
        perSecond(),
        serverSeconds,
        databaseSeconds,
        perCpuSecond(),
        latencies.millis(0.5),
        latencies.millis(0.99));
  }
}
