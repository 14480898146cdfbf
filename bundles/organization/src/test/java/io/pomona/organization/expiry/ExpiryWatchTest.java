package io.pomona.organization.expiry;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import io.pomona.organization.CapturedLog;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class ExpiryWatchTest {
  @Rule public final CapturedLog log = new CapturedLog();

  private static final Instant END = SettableClock.START.plus(Duration.ofDays(100));

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final ExpiryWatch watch = new ExpiryWatch(stores.expiry(), clock);
  private Instant end = END;

  private void watchOne() {
    watch.bindSource(
        () -> List.of(new Expiring("a.token", "token", end, "Get one.").meaning("nothing works")));
  }

  private List<Object> daysTold() {
    return stores.activities().newest(PageRequest.first(100)).stream()
        .filter(activity -> activity.type().equals("credential_expires"))
        .map(activity -> activity.details().get("days_left"))
        .toList();
  }

  private void tellHourly(Instant until) {
    while (clock.instant().isBefore(until)) {
      watch.tell();
      clock.advance(Duration.ofHours(1));
    }
  }

  @Test
  public void eachThresholdIsToldOnce() {
    watchOne();
    tellHourly(END.plus(Duration.ofDays(3)));
    assertEquals(List.of(0L, 1L, 7L, 14L, 30L, 60L), daysTold());
  }

  @Test
  public void anotherNodeTellsNothingAgain() {
    watchOne();
    ExpiryWatch other = new ExpiryWatch(stores.expiry(), clock);
    other.bindSource(() -> List.of(new Expiring("a.token", "token", end, "Get one.")));
    clock.set(END.minus(Duration.ofDays(20)));
    watch.tell();
    other.tell();
    assertEquals(List.of(20L), daysTold());
  }

  @Test
  public void whatAppearsLateIsToldAtTheNarrowestOnly() {
    clock.set(END.minus(Duration.ofDays(5)));
    watchOne();
    tellHourly(END.minus(Duration.ofDays(2)));
    assertEquals(List.of(5L), daysTold());
  }

  @Test
  public void aRenewedOneBeginsAnew() {
    watchOne();
    clock.set(END.minus(Duration.ofDays(6)));
    watch.tell();
    end = END.plus(Duration.ofDays(365));
    watch.tell();
    assertEquals(List.of(6L), daysTold());
    clock.set(end.minus(Duration.ofDays(60)));
    watch.tell();
    assertEquals(List.of(60L, 6L), daysTold());
    Activity told = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("a.token", told.details().get("name"));
    assertEquals("token", told.details().get("subject"));
    assertEquals(end.toString(), told.details().get("expires_at"));
  }

  @Test
  public void aSourceThatFailsDoesNotHideTheOthers() {
    watch.bindSource(
        () -> {
          throw new IllegalStateException("broken");
        });
    watchOne();
    clock.set(END);
    watch.tell();
    assertEquals(List.of(0L), daysTold());
    List<StatusLine> lines = watch.check();
    assertEquals("organization.expiry", lines.get(0).name());
    assertEquals(Level.WARNING, lines.get(0).level());
    assertTrue(lines.get(0).message(), lines.get(0).message().contains("broken"));
    assertEquals("a.token", lines.get(1).name());
  }

  @Test
  public void whatHasEndedIsWarnedOfOnce() {
    watchOne();
    tellHourly(END);
    assertEquals(List.of(), log.lines("WARN"));
    tellHourly(END.plus(Duration.ofDays(1)));
    assertEquals(1, log.lines("WARN").size());
    assertTrue(log.lines("WARN").get(0).contains("The token "));
  }

  @Test
  public void theStatusTellsHowLongItLasts() {
    watchOne();
    assertLine(END.minus(Duration.ofDays(90)), Level.OK, "The token ends in 90 days, on " + END);
    assertLine(END.minus(Duration.ofDays(60)), Level.OK, "in 60 days");
    assertLine(END.minus(Duration.ofDays(59)), Level.WARNING, "Get one.");
    assertLine(END.minus(Duration.ofDays(1)), Level.WARNING, "in 1 day,");
    assertLine(END.minus(Duration.ofHours(5)), Level.ERROR, "in 0 days");
    assertLine(END.plusSeconds(1), Level.ERROR, "ended on " + END + "; nothing works. Get one.");
  }

  private void assertLine(Instant at, Level level, String words) {
    clock.set(at);
    StatusLine line = watch.check().get(0);
    assertEquals("a.token", line.name());
    assertEquals(level, line.level());
    assertTrue(line.message(), line.message().contains(words));
  }

  @Test
  public void whatIsRenewedEarlierWarnsEarlier() {
    watch.bindSource(
        () ->
            List.of(
                new Expiring("a.ca", "CA", END, "Roll it.")
                    .within(Duration.ofDays(90), Duration.ofDays(30))));
    assertEquals(Level.OK, watch.check().get(0).level());
    clock.set(END.minus(Duration.ofDays(80)));
    assertEquals(Level.WARNING, watch.check().get(0).level());
    clock.set(END.minus(Duration.ofDays(29)));
    assertEquals(Level.ERROR, watch.check().get(0).level());
  }
}
