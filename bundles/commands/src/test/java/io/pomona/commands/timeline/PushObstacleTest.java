package io.pomona.commands.timeline;

import io.pomona.api.apns.PushVerdict.Outcome;
import java.util.Optional;
import org.junit.Test;

/** What keeps a push from a Mac that waits, in the words that an admin reads. */
public class PushObstacleTest extends WaitingScene {
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
}
