package io.pomona.updates.nudge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.updates.UpdatePolicy;
import io.pomona.updates.nudge.ModelOfNudge.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What a user sees who quits every window, from ten days before the deadline to two after it. */
public class NudgeCadenceTest {
  private static final UpdatePolicy POLICY =
      new UpdatePolicy(
          "14.6.1", LocalDate.of(2026, 12, 24), LocalTime.of(20, 0), ZoneId.of("Europe/Berlin"));
  private static final Instant DEADLINE = POLICY.instant();
  private static final Instant BEGIN = DEADLINE.minus(Duration.ofDays(10));
  private static final Instant LAST_DAY = DEADLINE.minus(Duration.ofDays(1));

  private static List<Window> windows(Map<String, Object> settings) {
    return new ModelOfNudge(settings).run(BEGIN, DEADLINE.plus(Duration.ofDays(2)));
  }

  private static List<Window> between(List<Window> all, Instant from, Instant to) {
    return all.stream()
        .filter(window -> !window.at().isBefore(from) && window.at().isBefore(to))
        .toList();
  }

  private static void assertApart(Duration apart, List<Window> windows) {
    for (int i = 1; i < windows.size(); i++) {
      assertEquals(apart, Duration.between(windows.get(i - 1).at(), windows.get(i).at()));
    }
  }

  @Test
  public void moreThanADayBeforeItIsOneWindowADay() {
    List<Window> windows = between(windows(new NudgeSettings(POLICY).sections()), BEGIN, LAST_DAY);
    assertEquals(9, windows.size());
    assertApart(Duration.ofDays(1), windows);
    assertTrue(windows.stream().allMatch(Window::closable));
  }

  @Test
  public void onTheLastDayItIsOneEveryTwoHours() {
    List<Window> windows =
        between(windows(new NudgeSettings(POLICY).sections()), LAST_DAY, DEADLINE);
    assertEquals(12, windows.size());
    assertApart(Duration.ofHours(2), windows);
    assertTrue(windows.stream().allMatch(Window::closable));
  }

  @Test
  public void pastTheDeadlineItIsOneThatCannotBeClosed() {
    List<Window> windows =
        between(windows(new NudgeSettings(POLICY).sections()), DEADLINE, Instant.MAX);
    assertEquals(List.of(new Window(DEADLINE, false)), windows);
  }

  @Test
  public void aDayThatBeginsInTheMiddleOfOneIsNoDifferent() {
    Instant begin = BEGIN.plus(Duration.ofMinutes(17));
    List<Window> windows =
        new ModelOfNudge(new NudgeSettings(POLICY).sections())
            .run(begin, DEADLINE.plus(Duration.ofDays(1)));
    assertApart(Duration.ofDays(1), between(windows, begin, LAST_DAY));
    assertFalse(windows.get(windows.size() - 1).closable());
    assertTrue(
        Duration.between(DEADLINE, windows.get(windows.size() - 1).at())
                .compareTo(ModelOfNudge.LAUNCH_AGENT)
            < 0);
  }

  @Test
  public void withoutTheTimersOnExitEachStartWouldBeAWindow() {
    Map<String, Object> settings = new HashMap<>(new NudgeSettings(POLICY).sections());
    settings.put("optionalFeatures", Map.of("honorCycleTimersOnExit", false));
    assertEquals(9 * 48, between(windows(settings), BEGIN, LAST_DAY).size());
  }
}
