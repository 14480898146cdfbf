package io.pomona.commands.timeline;

import io.pomona.api.apns.PushVerdict.Outcome;
import java.util.Optional;
import org.junit.Test;

/** A Mac that was pushed to and does not come, in the words that an admin reads. */
public class AwayTest extends WaitingScene {
  @Test
  public void justPushedTo() {
    waits("DeviceInformation", "PT1M");
    pushed("PT40S", Outcome.ACCEPTED, "");
    assertSays(
        "DeviceInformation waits: the Mac was pushed to 40 seconds ago and has not polled yet.");
  }

  @Test
  public void offOrOffline() {
    waits("InstallProfile", "PT48H");
    waits("DeviceInformation", "PT1H");
    pushed("PT1H", Outcome.ACCEPTED, "");
    pushed("PT20H", Outcome.ACCEPTED, "");
    pushed("PT40H", Outcome.ACCEPTED, "");
    lastSeen = Optional.of(ago("PT72H"));
    assertSays(
        "InstallProfile and 1 more command wait: the Mac was pushed to 3 times, the last time 1 hour"
            + " ago, and has not polled since Tuesday at 12:00 UTC: it is off, asleep or offline;"
            + " the next push is sent in 4 minutes.");
  }

  @Test
  public void pushedOnceLongAgoAndNeverHeardOf() {
    waits("InstallProfile", "PT3H");
    pushed("PT2H", Outcome.ACCEPTED, "");
    lastSeen = Optional.empty();
    assertSays(
        "InstallProfile waits: the Mac was pushed to 2 hours ago, and has not polled at all: it is"
            + " off, asleep or offline; the next push is sent in 4 minutes.");
    pushed("PT2H30M", Outcome.ACCEPTED, "");
    more = 2;
    assertSays(
        "InstallProfile and 2 more commands wait: the Mac was pushed to twice, the last time 2 hours"
            + " ago, and has not polled at all: it is off, asleep or offline; the next push is sent"
            + " in 4 minutes.");
  }

  @Test
  public void pushesBeforeItWasSeenDoNotCount() {
    waits("InstallProfile", "PT3H");
    pushed("PT30M", Outcome.ACCEPTED, "");
    pushed("PT2H", Outcome.ACCEPTED, "");
    lastSeen = Optional.of(ago("PT1H"));
    assertSays(
        "InstallProfile waits: the Mac was pushed to 30 minutes ago, and has not polled for 1 hour:"
            + " it is off, asleep or offline; the next push is sent in 4 minutes.");
  }

  @Test
  public void polledAfterThePush() {
    waits("InstallProfile", "PT3H");
    pushed("PT2H", Outcome.ACCEPTED, "");
    lastSeen = Optional.of(ago("PT1M"));
    assertSays(
        "InstallProfile waits: the Mac polled 1 minute ago; the next push is sent in 4 minutes.");
  }

  @Test
  public void timesOfLongAgoAreDates() {
    waits("InstallProfile", "PT240H");
    pushed("PT200H", Outcome.ACCEPTED, "");
    lastSeen = Optional.of(ago("PT1000H"));
    nextPush = Optional.of(NOW.plusSeconds(7300));
    assertSays(
        "InstallProfile waits: the Mac was pushed to on 19 November 2026 at 04:00 UTC, and has not"
            + " polled since 16 October 2026 at 20:00 UTC: it is off, asleep or offline; the next"
            + " push is sent in 2 hours.");
  }
}
