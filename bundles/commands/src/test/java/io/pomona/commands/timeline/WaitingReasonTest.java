package io.pomona.commands.timeline;

import static org.junit.Assert.assertEquals;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.ChannelStanding;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandTrail.NotNow;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.PushRecord;
import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Each reason for which a Mac can be pending, in the words that an admin reads. */
public class WaitingReasonTest {
  // A Friday.
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final ChannelId MAC = ChannelId.device("MAC");

  private final List<CommandTrail> waiting = new ArrayList<>();
  private final List<PushRecord> pushes = new ArrayList<>();
  private boolean mdmOn = true;
  private boolean enabled = true;
  private boolean tokenUsable = true;
  private int more;
  private Optional<Instant> certificateEnds = Optional.of(NOW.plus(Duration.ofDays(100)));
  private Optional<Instant> nextPush = Optional.of(NOW.plusSeconds(240));
  private Optional<Instant> lastSeen = Optional.of(ago("PT1H"));

  private static Instant ago(String duration) {
    return NOW.minus(Duration.parse(duration));
  }

  private Situation situation() {
    return new Situation(
        mdmOn,
        certificateEnds.map(end -> new PushCertificateInfo("topic", "cn", "1", "ca", end)),
        new ChannelStanding(enabled, tokenUsable, waiting.size() + more, nextPush),
        waiting,
        pushes,
        lastSeen,
        NOW);
  }

  private void assertSays(String sentence) {
    assertEquals(sentence, WaitingReason.of(situation()));
  }

  private static CommandTrail trail(
      String type, CommandState state, boolean urgent, Instant queued, Instant... said) {
    CommandRecord record =
        new CommandRecord(
            1,
            new CommandUuid(type),
            MAC,
            new HostId(1),
            "Mac 1",
            type,
            state,
            "admin",
            "Ada",
            "",
            queued,
            queued);
    List<NotNow> notNows = new ArrayList<>();
    for (Instant at : said) {
      notNows.add(new NotNow(at.minusSeconds(1), at));
    }
    Optional<Instant> fetched =
        state == CommandState.SENT ? Optional.of(queued.plusSeconds(60)) : Optional.empty();
    return new CommandTrail(record, "", urgent, fetched, notNows, "", Optional.empty(), false);
  }

  private void waits(String type, String queued) {
    waiting.add(trail(type, CommandState.QUEUED, false, ago(queued)));
  }

  private void pushed(String when, Outcome outcome, String reason) {
    pushes.add(new PushRecord(MAC, ago(when), outcome, reason));
  }

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
  public void noPushCertificate() {
    waits("DeviceInformation", "PT1H");
    certificateEnds = Optional.empty();
    assertSays(
        "DeviceInformation waits: no push certificate is loaded, so that the Mac is not pushed to;"
            + " load one.");
  }

  @Test
  public void thePushCertificateHasEnded() {
    waits("DeviceInformation", "PT1H");
    certificateEnds = Optional.of(ago("PT48H"));
    assertSays(
        "DeviceInformation waits: the push certificate ended on Wednesday at 12:00 UTC, so that the"
            + " Mac is not pushed to; renew it.");
    certificateEnds = Optional.of(NOW);
    assertSays(
        "DeviceInformation waits: the push certificate ended just now, so that the Mac is not pushed"
            + " to; renew it.");
  }

  @Test
  public void theMacHasNotFinishedEnrolling() {
    waits("DeviceInformation", "PT1H");
    enabled = false;
    tokenUsable = false;
    assertSays(
        "DeviceInformation waits: the Mac has not finished enrolling, so that it cannot be pushed to"
            + " yet.");
  }

  @Test
  public void appleRefusedTheToken() {
    waits("DeviceInformation", "PT2H");
    pushed("PT1H30M", Outcome.UNREGISTERED, "Unregistered");
    tokenUsable = false;
    lastSeen = Optional.of(ago("PT72H"));
    assertSays(
        "DeviceInformation waits: APNs says that the Mac's push token is no longer in use"
            + " (Unregistered), 1 hour ago; no push is sent before the Mac reports a new token; it"
            + " was heard of on Tuesday at 12:00 UTC and gets it when it polls by itself.");
  }

  @Test
  public void appleDoesNotKnowTheToken() {
    waits("DeviceInformation", "PT2H");
    pushed("PT3H", Outcome.BAD_TOKEN, "BadDeviceToken");
    tokenUsable = false;
    lastSeen = Optional.empty();
    assertSays(
        "DeviceInformation waits: APNs does not know the Mac's push token (BadDeviceToken), 3 hours"
            + " ago; no push is sent before the Mac reports a new token.");
    pushes.clear();
    assertSays(
        "DeviceInformation waits: APNs refused the Mac's push token; no push is sent before the Mac"
            + " reports a new token.");
  }

  @Test
  public void toBePushedInAMoment() {
    waits("DeviceInformation", "PT3S");
    nextPush = Optional.of(NOW);
    assertSays(
        "DeviceInformation waits: it was queued just now, and the Mac is pushed to at once.");
    pushed("PT1H", Outcome.ACCEPTED, "");
    assertSays(
        "DeviceInformation waits: it was queued just now, and the Mac is pushed to at once.");
  }

  @Test
  public void aPushThatDoesNotGoOut() {
    waits("DeviceInformation", "PT10M");
    nextPush = Optional.of(ago("PT9M"));
    assertSays(
        "DeviceInformation waits: it was queued 10 minutes ago, and its push is overdue; see the"
            + " status of commands.");
  }

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
  public void appleSaysTooOften() {
    waits("InstallProfile", "PT3H");
    pushed("PT5M", Outcome.THROTTLED, "TooManyRequests");
    assertSays(
        "InstallProfile waits: APNs was asked to push to this Mac too often (TooManyRequests), 5"
            + " minutes ago; the next push is sent in 4 minutes.");
  }

  @Test
  public void appleIsAway() {
    waits("InstallProfile", "PT3H");
    pushed("PT5M", Outcome.UNAVAILABLE, "Connection refused.");
    nextPush = Optional.of(NOW.plusSeconds(1));
    assertSays(
        "InstallProfile waits: APNs could not be reached (Connection refused), 5 minutes ago; the"
            + " next push is sent at once.");
  }

  @Test
  public void appleRefusesOurCertificate() {
    waits("InstallProfile", "PT3H");
    pushed("PT5M", Outcome.REFUSED, "TopicDisallowed");
    assertSays(
        "InstallProfile waits: APNs refused the push (TopicDisallowed), 5 minutes ago; an admin must"
            + " act, see the status of apns; the next push is sent in 4 minutes.");
  }

  @Test
  public void pushedWhileThereWasNoCertificate() {
    waits("InstallProfile", "PT3H");
    pushed("PT5M", Outcome.NO_CERTIFICATE, "There is no push certificate.");
    assertSays(
        "InstallProfile waits: there was no valid push certificate, 5 minutes ago; the next push is"
            + " sent in 4 minutes.");
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
