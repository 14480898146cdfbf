package io.pomona.updates.nudge;

import io.pomona.updates.nudge.ModelOfNudge.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is promised of the windows that a user sees who closes each within a quarter of an hour. */
record Cadence(Instant deadline, List<Window> windows) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TWO_HOURS = Duration.ofHours(2);
  private static final int MOST_ON_THE_DAY_BEFORE = 5;
  private static final int LEAST_ON_THE_LAST_DAY = 12;
  private static final int MOST_ON_THE_LAST_DAY = 15;

  /** The promises that do not hold. */
  List<String> broken() {
    Map<String, Boolean> rules = new LinkedHashMap<>();
    rules.put("a window a day, until two days before it", apart(ahead(10), ahead(2), DAY::equals));
    rules.put("never more than a day without one", apart(ahead(10), ahead(1), upTo(DAY)));
    rules.put(
        "from one to five on the day before the last",
        isBetween(1, count(ahead(2), ahead(1)), MOST_ON_THE_DAY_BEFORE));
    rules.put(
        "the first of the last day in its first two hours",
        count(ahead(1), ahead(1).plus(TWO_HOURS)) > 0);
    rules.put("every two hours on the last day", apart(ahead(1), lastHours(), TWO_HOURS::equals));
    rules.put("two hours at most in the last two", apart(lastHours(), deadline, upTo(TWO_HOURS)));
    rules.put(
        "from 12 to 15 on the last day",
        isBetween(LEAST_ON_THE_LAST_DAY, count(ahead(1), deadline), MOST_ON_THE_LAST_DAY));
    rules.put("one after the deadline that stays", isStuckInTime());
    rules.put("all others can be closed", windows.stream().limit(last()).allMatch(Cadence::closed));
    return rules.entrySet().stream()
        .filter(rule -> !rule.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Instant ahead(int days) {
    return deadline.minus(DAY.multipliedBy(days));
  }

  private Instant lastHours() {
    return deadline.minus(TWO_HOURS);
  }

  private int last() {
    return windows.size() - 1;
  }

  private static boolean closed(Window window) {
    return window.closed().isPresent();
  }

  private static Predicate<Duration> upTo(Duration longest) {
    return apart -> apart.compareTo(longest) <= 0;
  }

  private static boolean isBetween(int least, long count, int most) {
    return least <= count && count <= most;
  }

  private long count(Instant from, Instant to) {
    return windows.stream().filter(window -> isIn(window, from, to)).count();
  }

  private static boolean isIn(Window window, Instant from, Instant to) {
    return !window.at().isBefore(from) && window.at().isBefore(to);
  }

  /** From each window of that time to the next one. */
  private boolean apart(Instant from, Instant to, Predicate<Duration> rule) {
    for (int i = 0; i < last(); i++) {
      Duration apart = Duration.between(windows.get(i).at(), windows.get(i + 1).at());
      if (isIn(windows.get(i), from, to) && !rule.test(apart)) {
        return false;
      }
    }
    return true;
  }

  /** Opened before the deadline or at the first start after it, and there for good. */
  private boolean isStuckInTime() {
    Optional<Window> window = Optional.of(windows.get(last())).filter(it -> !closed(it));
    return window
        .filter(it -> !it.at().isAfter(deadline.plus(ModelOfNudge.LAUNCH_AGENT)))
        .filter(it -> it.at().isAfter(deadline.minus(ModelOfNudge.LAUNCH_AGENT)))
        .isPresent();
  }
}
