package io.pomona.updates.nudge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nudge's own rules about time, with a user who quits every window at once. A LaunchAgent starts it
 * every half an hour. Which cycle counts is decided by how far the deadline is: initial, then 72
 * hours before it approaching, 24 hours before it imminent, past it elapsed. A window that was quit
 * is remembered until its cycle has passed, but only if timers are honoured on exit: otherwise each
 * start shows one. Past the deadline there is no button to quit, and what was remembered is of no
 * interest.
 */
final class ModelOfNudge {
  static final Duration LAUNCH_AGENT = Duration.ofMinutes(30);

  private static final long DEFAULT_INITIAL = 18_000;
  private static final long DEFAULT_APPROACHING = 6_000;
  private static final long DEFAULT_IMMINENT = 600;
  private static final long DEFAULT_ELAPSED = 300;

  /** A window that was shown, and whether the user could close it. */
  record Window(Instant at, boolean closable) {}

  private final Map<?, ?> experience;
  private final boolean honoursTimers;
  private final Instant deadline;
  private final List<Window> shown = new ArrayList<>();
  private Optional<Instant> quietUntil = Optional.empty();
  private boolean open;

  ModelOfNudge(Map<String, Object> settings) {
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
      start(now);
    }
    return List.copyOf(shown);
  }

  private void start(Instant now) {
    boolean elapsed = !now.isBefore(deadline);
    boolean quiet = honoursTimers && !elapsed && quietUntil.filter(now::isBefore).isPresent();
    if (open || quiet) {
      return;
    }
    shown.add(new Window(now, !elapsed));
    open = elapsed;
    quietUntil = Optional.of(now.plusSeconds(cycle(now)));
  }

  private long cycle(Instant now) {
    Duration left = Duration.between(now, deadline);
    if (left.isNegative() || left.isZero()) {
      return seconds("elapsedRefreshCycle", DEFAULT_ELAPSED);
    }
    if (left.compareTo(Duration.ofHours(seconds("imminentWindowTime", 24))) <= 0) {
      return seconds("imminentRefreshCycle", DEFAULT_IMMINENT);
    }
    return left.compareTo(Duration.ofHours(seconds("approachingWindowTime", 72))) <= 0
        ? seconds("approachingRefreshCycle", DEFAULT_APPROACHING)
        : seconds("initialRefreshCycle", DEFAULT_INITIAL);
  }

  private long seconds(String key, long usual) {
    return experience.get(key) instanceof Number number ? number.longValue() : usual;
  }
}
