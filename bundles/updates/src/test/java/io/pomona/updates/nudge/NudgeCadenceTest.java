package io.pomona.updates.nudge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.updates.UpdatePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/**
 * What a user sees who closes every window, from ten days before the deadline to two after it: at
 * whichever of the 48 starts of a day the first one was, however the starts lie to the deadline,
 * and however long a window is read.
 */
public class NudgeCadenceTest {
  private static final UpdatePolicy POLICY =
      new UpdatePolicy(
          "14.6.1", LocalDate.of(2026, 12, 24), LocalTime.of(20, 0), ZoneId.of("Europe/Berlin"));
  private static final Instant DEADLINE = POLICY.instant();
  private static final Instant BEGIN = DEADLINE.minus(Duration.ofDays(10));
  private static final Instant END = DEADLINE.plus(Duration.ofDays(2));
  private static final int PHASES = 48;
  private static final List<Duration> OFFSETS =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(16),
          Duration.ofMinutes(29));
  private static final List<Duration> READINGS =
      List.of(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  private static Set<String> broken(Map<String, Object> settings) {
    Set<String> broken = new TreeSet<>();
    for (int phase = 0; phase < PHASES; phase++) {
      for (Duration offset : OFFSETS) {
        Instant first = BEGIN.plus(ModelOfNudge.LAUNCH_AGENT.multipliedBy(phase)).plus(offset);
        for (Duration reading : READINGS) {
          Cadence seen = new Cadence(DEADLINE, new ModelOfNudge(settings, reading).run(first, END));
          seen.broken().forEach(rule -> broken.add(rule));
        }
      }
    }
    return broken;
  }

  private static Map<String, Object> settings(Map<String, Object> changes) {
    Map<String, Object> settings = new HashMap<>(new NudgeSettings(POLICY).sections());
    Map<Object, Object> experience = new HashMap<>((Map<?, ?>) settings.get("userExperience"));
    experience.putAll(changes);
    settings.put("userExperience", experience);
    return settings;
  }

  @Test
  public void theCadenceHoldsAtEveryPhase() {
    assertEquals(Set.of(), broken(new NudgeSettings(POLICY).sections()));
  }

  @Test
  public void eachValueThatItRestsOnIsSeen() {
    List<Map<String, Object>> wrong =
        List.of(
            Map.of("allowedDeferrals", 0),
            Map.of("allowedDeferrals", 14),
            Map.of("allowUserQuitDeferrals", true),
            Map.of("allowUserQuitDeferrals", true, "allowLaterDeferralButton", false),
            Map.of("randomDelay", true),
            Map.of("noTimers", true),
            Map.of("initialRefreshCycle", 86_400),
            Map.of("approachingWindowTime", 72),
            Map.of("approachingWindowTime", 40),
            Map.of("approachingRefreshCycle", 86_400),
            Map.of("imminentWindowTime", 24),
            Map.of("imminentWindowTime", 48),
            Map.of("imminentRefreshCycle", 7_200),
            Map.of("imminentRefreshCycle", 5_300));
    List<Map<String, Object>> unseen = new ArrayList<>(wrong);
    unseen.removeIf(changes -> !broken(settings(changes)).isEmpty());
    assertEquals(List.of(), unseen);
  }

  @Test
  public void withoutTheTimersOnExitEachStartWouldBeAWindow() {
    Map<String, Object> settings = settings(Map.of());
    settings.put("optionalFeatures", Map.of("honorCycleTimersOnExit", false));
    assertTrue(broken(settings).contains("a window a day, until two days before it"));
    int inADay =
        new ModelOfNudge(settings, Duration.ofSeconds(1))
            .run(BEGIN, BEGIN.plus(Duration.ofDays(1)))
            .size();
    assertEquals(PHASES, inADay);
  }
}
