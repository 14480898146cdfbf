package io.pomona.updates.nudge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Nudge's own rules about time, of version 2.1.2, with a user who closes every window and always
 * chooses what gives the longest rest.
 *
 * <p>A LaunchAgent starts it every half an hour. It ends at once while a deferral lasts; but not
 * when that would last beyond the deadline, nor past it. Otherwise it shows a window, whose cycle
 * counts by how far the deadline is when it opens: initial, approaching, imminent or elapsed. The
 * button Later defers by that cycle, if timers are honoured on exit and are used at all, otherwise
 * not at all. Who may defer as they like also has an hour, a day unless the deadline is imminent,
 * and any day up to the imminent ones unless it approaches. Past the deadline, or after too many
 * deferrals, there is no button.
 */
final class ModelOfNudge {
  static final Duration LAUNCH_AGENT = Duration.ofMinutes(30);

  private static final long HOUR = Duration.ofHours(1).toSeconds();
  private static final long LONGEST_DELAY = 1200;
  private static final long SEED = 7;

  /** A window that was shown, and when it was closed; empty for never, as without a button. */
  record Window(Instant at, Optional<Instant> closed) {}

  private final Map<?, ?> experience;
  private final boolean honoursTimers;
  private final Instant deadline;
  private final Duration reading;
  private final Random random = new Random(SEED);
  private final List<Window> shown = new ArrayList<>();
  private Optional<Instant> deferred = Optional.empty();

  /**
   * @param reading how long a window is open before it is closed
   */
  ModelOfNudge(Map<String, Object> settings, Duration reading) {
    this.reading = reading;
    experience = (Map<?, ?>) settings.get("userExperience");
    honoursTimers =
        Boolean.TRUE.equals(
            ((Map<?, ?>) settings.get("optionalFeatures")).get("honorCycleTimersOnExit"));
    Map<?, ?> requirement = (Map<?, ?>) ((List<?>) settings.get("osVersionRequirements")).get(0);
    deadline = (Instant) requirement.get("requiredInstallationDate");
  }

  /** From one time to another; gives what was shown. */
  List<Window> run(Instant from, Instant to) {
    for (Instant now = from; now.isBefore(to); now = now.plus(LAUNCH_AGENT)) {
      Instant after = now.plusSeconds(delay());
      if (!isOpen(now) && !isDeferred(after)) {
        show(after);
      }
    }
    return List.copyOf(shown);
  }

  private long delay() {
    return is("randomDelay", true) ? 1 + random.nextInt((int) LONGEST_DELAY) : 0;
  }

  private boolean isOpen(Instant now) {
    return !shown.isEmpty()
        && shown.get(shown.size() - 1).closed().filter(closed -> !closed.isAfter(now)).isEmpty();
  }

  private boolean isDeferred(Instant now) {
    return deferred
        .filter(until -> until.isAfter(now) && !until.isAfter(deadline) && !now.isAfter(deadline))
        .isPresent();
  }

  private void show(Instant now) {
    Instant closing = now.plus(reading);
    Optional<Duration> rest = closing.isAfter(deadline) ? Optional.empty() : longestRest(now);
    shown.add(new Window(now, rest.map(some -> closing)));
    deferred = rest.map(closing::plus);
  }

  /** Empty where there is no button. */
  private Optional<Duration> longestRest(Instant now) {
    Duration left = Duration.between(now, deadline);
    boolean later = is("allowLaterDeferralButton", true);
    boolean chosen = is("allowUserQuitDeferrals", true);
    boolean button = !chosen || later || left.toSeconds() > HOUR;
    if (shown.size() > number("allowedDeferrals", 1_000_000) || !button) {
      return Optional.empty();
    }
    long seconds = !chosen || later ? cycle(left) : 0;
    return Optional.of(Duration.ofSeconds(chosen ? Math.max(seconds, chosen(left)) : seconds));
  }

  private long chosen(Duration left) {
    long imminent = number("imminentWindowTime", 24);
    if (left.toHours() > number("approachingWindowTime", 72)) {
      return Duration.ofDays(Math.max(left.toDays() - imminent / 24, 1)).toSeconds();
    }
    return left.toHours() > imminent ? 24 * HOUR : left.toHours() > 0 ? HOUR : 0;
  }

  private long cycle(Duration left) {
    if (!honoursTimers || is("noTimers", false)) {
      return 0;
    }
    if (left.toSeconds() <= number("imminentWindowTime", 24) * HOUR) {
      return number("imminentRefreshCycle", 600);
    }
    return left.toSeconds() <= number("approachingWindowTime", 72) * HOUR
        ? number("approachingRefreshCycle", 6_000)
        : number("initialRefreshCycle", 18_000);
  }

  private boolean is(String key, boolean usual) {
    return experience.get(key) instanceof Boolean value ? value : usual;
  }

  private long number(String key, long usual) {
    return experience.get(key) instanceof Number number ? number.longValue() : usual;
  }
}
