package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.api.apns.PushTarget;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.commands.WakeStore.Pushed;
import io.pomona.api.commands.WakeStore.Wake;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** What every {@code WakeStore} must do. */
public class WakeStoreContract extends StoreContract {
  private static final PushVerdict ACCEPTED = PushVerdict.of(Outcome.ACCEPTED, "");

  private ChannelId mac;

  @Before
  public final void enrolled() {
    mac = mac(1).channel();
  }

  private CommandOrder queue(Instant now) {
    CommandOrder order = Fixtures.order("SecurityInfo", "profiles", now, mac);
    stores.commandQueue().enqueue(List.of(order), List.of(), now);
    return order;
  }

  private List<Wake> lease(Instant now) {
    return stores.wakes().lease(100, now, MINUTE);
  }

  private List<ChannelId> due(Instant now) {
    return lease(now).stream().map(Wake::channel).toList();
  }

  private void pushed(PushVerdict verdict, Instant next) {
    pushed(Fixtures.push(mac.value()), verdict, next);
  }

  private void pushed(PushTarget target, PushVerdict verdict, Instant next) {
    stores.wakes().pushed(List.of(new Pushed(mac, target, verdict, next, T)));
  }

  @Test
  public void nothingIsDueWithoutCommands() {
    assertEquals(List.of(), due(T.plus(HOUR)));
  }

  @Test
  public void aQueuedCommandIsDueAtOnce() {
    queue(T);
    Wake wake = lease(T).get(0);
    assertEquals(mac, wake.channel());
    assertEquals(0, wake.attempts());
    assertArrayEquals(Fixtures.push(mac.value()).token(), wake.target().token());
    assertEquals(Fixtures.push(mac.value()).pushMagic(), wake.target().pushMagic());
  }

  @Test
  public void aLeaseHidesUntilItEnds() {
    queue(T);
    assertEquals(List.of(mac), due(T));
    assertEquals(List.of(), due(T.plusSeconds(59)));
    assertEquals(List.of(mac), due(T.plusSeconds(61)));
  }

  @Test
  public void aPushedOneIsDueAgainAtTheGivenTime() {
    queue(T);
    lease(T);
    pushed(ACCEPTED, T.plus(HOUR));
    assertEquals(List.of(), due(T.plus(MINUTE.multipliedBy(59))));
    Wake again = lease(T.plus(HOUR).plusSeconds(1)).get(0);
    assertEquals(1, again.attempts());
  }

  @Test
  public void whatIsQueuedAfterALongWaitBeganIsPushedAtOnce() {
    queue(T);
    lease(T);
    pushed(ACCEPTED, T.plus(HOUR.multipliedBy(24)));
    assertEquals(List.of(), due(T.plus(HOUR)));
    CommandOrder urgent =
        new CommandOrder(
            Fixtures.command("DeviceLock", "admin", NewCommand.URGENT, T, Optional.empty()),
            List.of(mac));
    stores.commandQueue().enqueue(List.of(urgent), List.of(), T.plus(HOUR));
    assertEquals(List.of(mac), due(T.plus(HOUR)));
  }

  @Test
  public void hearingOfTheMacBeginsTheCountAnew() {
    queue(T);
    lease(T);
    pushed(ACCEPTED, T.plus(MINUTE));
    stores.commandQueue().exchange(Reports.idle(mac), T.plusSeconds(5));
    assertEquals(0, lease(T.plus(HOUR)).get(0).attempts());
  }

  private int attemptsOfAPush(Instant at, Duration again) {
    int attempts = lease(at).get(0).attempts();
    pushed(ACCEPTED, at.plus(again));
    return attempts;
  }

  @Test
  public void whoKeepsPuttingOffIsPushedEverMoreSeldom() {
    CommandOrder order = queue(T);
    List<Integer> attempts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Instant at = T.plus(HOUR.multipliedBy(i));
      attempts.add(attemptsOfAPush(at, MINUTE));
      stores.commandQueue().exchange(Reports.idle(mac), at);
      stores.commandQueue().exchange(Reports.notNow(mac, order.command().uuid()), at);
    }
    assertEquals("the first time it fetches something new", List.of(0, 0, 1, 2), attempts);
  }

  @Test
  public void anAnswerAfterSomethingPutOffBeginsTheCountAnew() {
    CommandOrder putOff = queue(T);
    for (int i = 0; i < 3; i++) {
      attemptsOfAPush(T.plus(HOUR.multipliedBy(i)), MINUTE);
      stores.commandQueue().exchange(Reports.idle(mac), T);
      stores.commandQueue().exchange(Reports.notNow(mac, putOff.command().uuid()), T);
    }
    Instant later = T.plus(HOUR.multipliedBy(4));
    CommandOrder other = queue(later);
    attemptsOfAPush(later, HOUR.multipliedBy(24));
    stores.commandQueue().exchange(Reports.idle(mac), later);
    stores.commandQueue().exchange(Reports.notNow(mac, putOff.command().uuid()), later);
    stores.commandQueue().exchange(Reports.acknowledged(mac, other.command().uuid()), later);
    assertEquals("soon, once", 0, lease(later.plus(MINUTE)).get(0).attempts());
  }

  @Test
  public void pollingForNothingBeginsTheCountAnew() {
    CommandOrder order = queue(T);
    attemptsOfAPush(T, MINUTE);
    stores
        .commandQueue()
        .cancel(order.command().uuid(), Map.of(mac, Fixtures.activity("canceled_mdm_command")), T);
    stores.commandQueue().exchange(Reports.idle(mac), T);
    queue(T.plus(HOUR));
    assertEquals(0, lease(T.plus(HOUR)).get(0).attempts());
  }

  @Test
  public void anAnsweredQueueIsNotDue() {
    CommandOrder order = queue(T);
    stores.commandQueue().exchange(Reports.idle(mac), T);
    stores.commandQueue().exchange(Reports.acknowledged(mac, order.command().uuid()), T);
    assertEquals(List.of(), due(T.plus(HOUR)));
  }

  @Test
  public void oneUnderWayIsStillAwaited() {
    queue(T);
    lease(T);
    pushed(ACCEPTED, T.plus(MINUTE));
    stores.commandQueue().exchange(Reports.idle(mac), T);
    assertEquals(List.of(mac), due(T.plus(HOUR)));
  }

  @Test
  public void aNewCommandDoesNotWaitForTheBackOff() {
    queue(T);
    lease(T);
    pushed(ACCEPTED, T.plus(HOUR));
    queue(T.plus(MINUTE));
    assertEquals(List.of(mac), due(T.plus(MINUTE)));
  }

  @Test
  public void aCommandQueuedDuringAPushIsNotForgotten() {
    queue(T);
    lease(T);
    queue(T.plusSeconds(1));
    pushed(ACCEPTED, T.plus(HOUR));
    assertEquals(List.of(mac), due(T.plus(MINUTE).plusSeconds(1)));
  }

  @Test
  public void aTokenThatEndedIsOutOfUseUntilTheNext() {
    queue(T);
    lease(T);
    Optional<Instant> since = Optional.of(T.plusSeconds(1));
    pushed(
        new PushVerdict(Outcome.UNREGISTERED, "Unregistered", Optional.empty(), since),
        T.plus(MINUTE));
    assertEquals(List.of(), due(T.plus(HOUR)));
    stores.enrollments().token(Fixtures.token(mac, T.plus(HOUR)));
    assertEquals(List.of(mac), due(T.plus(HOUR.multipliedBy(2))));
  }

  @Test
  public void anOlderTokensEndDoesNotMatter() {
    queue(T);
    lease(T);
    Optional<Instant> since = Optional.of(T.minus(HOUR));
    pushed(
        new PushVerdict(Outcome.UNREGISTERED, "Unregistered", Optional.empty(), since),
        T.plus(MINUTE));
    assertEquals(List.of(mac), due(T.plus(HOUR)));
  }

  @Test
  public void whatAppleSaysOfAnOldTokenDoesNotHurtTheNew() {
    queue(T);
    PushTarget old = lease(T).get(0).target();
    PushTarget fresh = Fixtures.push("another token");
    TokenChange usual = Fixtures.token(mac, T.plusSeconds(1));
    stores
        .enrollments()
        .token(
            new TokenChange(
                usual.channel(),
                fresh,
                usual.awaitingConfiguration(),
                usual.userName(),
                usual.onFirst(),
                usual.activity(),
                usual.now()));
    pushed(old, PushVerdict.of(Outcome.BAD_TOKEN, "BadDeviceToken"), T.plus(MINUTE));
    assertEquals(List.of(mac), due(T.plus(HOUR)));
    pushed(fresh, PushVerdict.of(Outcome.BAD_TOKEN, "BadDeviceToken"), T.plus(HOUR));
    assertEquals(List.of(), due(T.plus(HOUR.multipliedBy(2))));
  }

  @Test
  public void aBadTokenIsOutOfUse() {
    queue(T);
    lease(T);
    pushed(PushVerdict.of(Outcome.BAD_TOKEN, "BadDeviceToken"), T.plus(MINUTE));
    assertEquals(List.of(), due(T.plus(HOUR)));
    queue(T.plus(HOUR));
    assertEquals(List.of(), due(T.plus(HOUR)));
  }

  @Test
  public void troubleAtApplesIsTriedAgain() {
    for (Outcome outcome :
        List.of(Outcome.THROTTLED, Outcome.UNAVAILABLE, Outcome.REFUSED, Outcome.NO_CERTIFICATE)) {
      queue(T);
      lease(T);
      pushed(PushVerdict.of(outcome, "try later"), T.plus(MINUTE));
      assertEquals(outcome.name(), List.of(mac), due(T.plus(HOUR)));
    }
  }

  @Test
  public void manyAreNotedTogether() {
    ChannelId other = mac(2).channel();
    queue(T);
    stores
        .commandQueue()
        .enqueue(List.of(Fixtures.order("SecurityInfo", "profiles", T, other)), List.of(), T);
    lease(T);
    stores
        .wakes()
        .pushed(
            List.of(
                new Pushed(mac, Fixtures.push(mac.value()), ACCEPTED, T.plus(HOUR), T),
                new Pushed(
                    other,
                    Fixtures.push(other.value()),
                    PushVerdict.of(Outcome.BAD_TOKEN, "no"),
                    T.plus(MINUTE),
                    T)));
    assertEquals(List.of(), due(T.plus(MINUTE.multipliedBy(59))));
    assertEquals(List.of(mac), due(T.plus(HOUR)));
  }

  @Test
  public void whatIsEmptiedIsForgottenAndWhatWaitsIsNot() {
    CommandOrder order = queue(T);
    stores.commandQueue().exchange(Reports.idle(mac), T);
    stores.wakes().forgetEmptied(T);
    assertEquals(List.of(mac), due(T));
    stores.commandQueue().exchange(Reports.acknowledged(mac, order.command().uuid()), T);
    stores.wakes().forgetEmptied(T.plus(HOUR));
    assertEquals(List.of(), due(T.plus(HOUR)));
    queue(T.plus(HOUR));
    assertEquals(List.of(mac), due(T.plus(HOUR)));
  }

  @Test
  public void whoHasLeftIsNotWoken() {
    queue(T);
    stores.enrollments().checkOut(mac, T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), due(T.plus(HOUR)));
  }

  @Test
  public void userChannelsAreWokenByTheirOwnToken() {
    ChannelId user = ChannelId.user(mac.device(), "0A1B2C3D-0000-4000-8000-000000000001");
    stores.enrollments().token(Fixtures.token(user, T));
    CommandOrder order = Fixtures.order("ProfileList", "profiles", T, user);
    stores.commandQueue().enqueue(List.of(order), List.of(), T);
    Wake wake = lease(T).get(0);
    assertEquals(user, wake.channel());
    assertArrayEquals(Fixtures.push(user.value()).token(), wake.target().token());
  }

  @Test
  public void noChannelIsLeasedTwiceAtOnce() throws Exception {
    for (int i = 2; i <= 40; i++) {
      mac(i);
      CommandOrder order =
          Fixtures.order("SecurityInfo", "profiles", T, ChannelId.device(Fixtures.udid(i)));
      stores.commandQueue().enqueue(List.of(order), List.of(), T);
    }
    List<List<Wake>> leased = Race.of(8, i -> () -> stores.wakes().lease(10, T, MINUTE));
    List<ChannelId> all = leased.stream().flatMap(List::stream).map(Wake::channel).toList();
    assertEquals(all.size(), all.stream().distinct().count());
  }
}
