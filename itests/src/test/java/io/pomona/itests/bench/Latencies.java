package io.pomona.itests.bench;

import java.util.Arrays;

/** How long each request took. */
final class Latencies {
  private long[] nanos = new long[1 << 12];
  private int size;

  void add(long duration) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, size * 2);
    }
    nanos[size++] = duration;
  }

  synchronized void addAll(Latencies others) {
    for (int i = 0; i < others.size; i++) {
      add(others.nanos[i]);
    }
  }

  int count() {
    return size;
  }

  double millis(double quantile) {
    if (size == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(size - 1, (long) (quantile * size))] / 1e6;
  }
}
