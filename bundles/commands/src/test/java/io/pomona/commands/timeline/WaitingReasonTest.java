package io.pomona.commands.timeline;

import static org.junit.Assert.assertEquals;

import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandUuid;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Each reason for which a Mac can be pending, in the words that an admin reads. */
public class WaitingReasonTest extends WaitingScene {
  @Test
  public void nothing() {
    assertSays("Nothing waits for this Mac.");
  }

  @Test
  public void mdmIsOff() {
    mdmOn = false;
    assertSays("MDM is off on this Mac: nothing can be sent to it before it enrolls.");
  }

  @Test
  public void underWay() {
    waiting.add(trail("InstallProfile", CommandState.SENT, false, ago("PT4M")));
    assertSays(
        "InstallProfile is under way: the Mac fetched it 3 minutes ago and has not answered yet.");
    waits("DeviceInformation", "PT1M");
    assertSays(
        "InstallProfile is under way: the Mac fetched it 3 minutes ago and has not answered yet. 1"
            + " more command waits.");
    more = 1;
    assertSays(
        "InstallProfile is under way: the Mac fetched it 3 minutes ago and has not answered yet. 2"
            + " more commands wait.");
  }

  @Test
  public void underWayForLong() {
    waiting.add(trail("InstallProfile", CommandState.SENT, true, ago("PT5H1M")));
    pushed("PT1H", Outcome.ACCEPTED, "");
    pushed("PT2H", Outcome.ACCEPTED, "");
    lastSeen = Optional.of(ago("PT5H"));
    assertSays(
        "Urgent InstallProfile is under way: the Mac fetched it 5 hours ago and has not answered"
            + " yet; it gets it again when it polls. The Mac was pushed to twice, the last time 1"
            + " hour ago, and has not polled for 5 hours: it is off, asleep or offline; the next"
            + " push is sent in 4 minutes.");
  }

  @Test
  public void notNow() {
    waiting.add(trail("InstallProfile", CommandState.NOT_NOW, false, ago("PT1H"), ago("PT5M")));
    pushed("PT6M", Outcome.ACCEPTED, "");
    assertSays(
        "The Mac said NotNow to InstallProfile, the last time 5 minutes ago; it is asked again in 4"
            + " minutes.");
    nextPush = Optional.empty();
    assertSays(
        "The Mac said NotNow to InstallProfile, the last time 5 minutes ago; it is asked again when"
            + " it polls.");
  }

  @Test
  public void notNowAgainAndAgain() {
    waiting.add(
        trail(
            "InstallProfile", CommandState.NOT_NOW, false, ago("PT1H"), ago("PT50M"), ago("PT5M")));
    waiting.add(trail("Settings", CommandState.NOT_NOW, false, ago("PT1H"), ago("PT5M")));
    assertSays(
        "The Mac said NotNow to InstallProfile twice, the last time 5 minutes ago; it is asked again"
            + " in 4 minutes. 1 more command waits.");
    waiting.set(
        0,
        trail(
            "InstallProfile",
            CommandState.NOT_NOW,
            false,
            ago("PT1H"),
            ago("PT50M"),
            ago("PT40M"),
            ago("PT3M")));
    assertSays(
        "The Mac said NotNow to InstallProfile 3 times, the last time 3 minutes ago; it is asked"
            + " again in 4 minutes. 1 more command waits.");
  }

  @Test
  public void notNowAndApnsRefuses() {
    waiting.add(trail("InstallProfile", CommandState.NOT_NOW, false, ago("PT1H"), ago("PT5M")));
    certificateEnds = Optional.empty();
    assertSays(
        "The Mac said NotNow to InstallProfile, the last time 5 minutes ago; no push certificate is"
            + " loaded, so that the Mac is not pushed to; load one.");
  }

  @Test
  public void whatWasPutOffWithSomethingNewBehindItNeedsAPoll() {
    waiting.add(trail("InstallProfile", CommandState.NOT_NOW, false, ago("PT1H"), ago("PT5M")));
    waits("Settings", "PT10S");
    pushed("PT8S", Outcome.ACCEPTED, "");
    assertSays(
        "InstallProfile and 1 more command wait: the Mac was pushed to 8 seconds ago and has not"
            + " polled yet.");
  }

  @Test
  public void aCommandBehindOthers() {
    waiting.add(trail("DeviceLock", CommandState.QUEUED, true, ago("PT1M")));
    waits("Settings", "PT2M");
    waits("ProfileList", "PT90S");
    pushed("PT40S", Outcome.ACCEPTED, "");
    String rest =
        "Urgent DeviceLock and 2 more commands wait: the Mac was pushed to 40 seconds ago and has"
            + " not polled yet.";
    assertEquals(rest, CommandReason.of(waiting.get(0), situation()));
    assertEquals(
        "It waits behind Urgent DeviceLock. " + rest,
        CommandReason.of(waiting.get(1), situation()));
    assertEquals(
        "It waits behind Urgent DeviceLock and 1 more command. " + rest,
        CommandReason.of(waiting.get(2), situation()));
  }

  @Test
  public void aCommandThatHasEnded() {
    CommandTrail done = trail("Settings", CommandState.ACKNOWLEDGED, false, ago("PT1H"));
    assertEquals(
        "It ended 1 hour ago. The Mac acknowledged it.", CommandReason.of(done, situation()));
    CommandTrail cancelled =
        new CommandTrail(
            trail("Settings", CommandState.CANCELLED, false, ago("PT1H")).command(),
            "",
            false,
            Optional.empty(),
            List.of(),
            "Ada",
            Optional.of(new CommandUuid("NEW")),
            false);
    assertEquals(
        "It ended 1 hour ago by Ada. The newer command NEW took its place.",
        CommandReason.of(cancelled, situation()));
  }
}
