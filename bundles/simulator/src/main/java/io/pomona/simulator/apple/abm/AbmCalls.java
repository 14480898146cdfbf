package io.pomona.simulator.apple.abm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The calls that were made, oldest first. */
public final class AbmCalls {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final List<AbmCall> calls = new ArrayList<>();

  synchronized void add(AbmCall call) {
    calls.add(call);
  }

  public synchronized List<AbmCall> all() {
    return List.copyOf(calls);
  }

  public List<AbmCall> of(AbmEndpoint endpoint) {
    return all().stream().filter(call -> call.endpoint() == endpoint).toList();
  }

  public int count(AbmEndpoint endpoint) {
    return of(endpoint).size();
  }

  /** The most serial numbers that one call named. */
  public int mostSerials() {
    return all().stream().mapToInt(AbmCall::serials).max().orElse(0);
  }

  /** The most calls that began within one second of real time, wherever that second begins. */
  public int busiestSecond() {
    return busiestSecond(call -> true);
  }

  public int busiestSecond(Predicate<AbmCall> which) {
    long[] starts = all().stream().filter(which).mapToLong(AbmCall::nanos).sorted().toArray();
    int most = 0;
    int first = 0;
    for (int last = 0; last < starts.length; last++) {
      while (starts[last] - starts[first] >= SECOND) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  public synchronized void forget() {
    calls.clear();
  }
}
