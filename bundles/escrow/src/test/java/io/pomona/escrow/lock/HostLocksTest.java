package io.pomona.escrow.lock;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLock.Kind;
import io.pomona.api.escrow.HostLock.Stage;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.escrow.LockWorld;
import io.pomona.protocol.command.RawCommand;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class HostLocksTest {
  private static final Duration GRACE = Duration.ofMinutes(2);
  private static final Duration WIPE_GRACE = Duration.ofMinutes(15);
  private static final Duration WIPED = Duration.ofHours(24);

  private final LockWorld world = new LockWorld();
  private final LockSettlement settlement =
      new LockSettlement(
          world.stores.hostLocks(),
          world.stores.hosts(),
          world.stores.enrollments(),
          GRACE,
          WIPE_GRACE,
          WIPED,
          world.clock);
  private final HostLocks locks =
      new HostLocks(world.stores.hostLocks(), settlement, world.hosts, world.vault, world.clock);
  private final LockOutcomes outcomes = new LockOutcomes(world.stores.hostLocks(), world.handOut);

  private HostLocks.Asked lock() {
    return locks.lock(Fixtures.ADMIN, world.host(), LockScreen.PLAIN, false);
  }

  private HostLocks.Asked wipe() {
    return locks.wipe(Fixtures.ADMIN, world.host(), Obliteration.DEFAULT);
  }

  private HostLock now() {
    world.tell(outcomes);
    return locks.current(world.host()).orElseThrow();
  }

  private void acknowledge(RawCommand command) {
    CommandUuid uuid = new CommandUuid(command.uuid().orElseThrow());
    world.exchange(Reports.acknowledged(world.mac.channel(), uuid));
  }

  private void fail(RawCommand command) {
    CommandUuid uuid = new CommandUuid(command.uuid().orElseThrow());
    world.exchange(
        Reports.error(world.mac.channel(), uuid, "MCMDMErrorDomain", 12021, "Preflight failed"));
  }

  private void cancel(CommandUuid uuid) {
    world
        .stores
        .commandQueue()
        .cancel(
            uuid,
            Map.of(world.mac.channel(), ActivityDraft.of(Fixtures.ADMIN, "canceled_mdm_command")),
            world.clock.instant());
  }

  private String pin() {
    return locks.pin(Fixtures.ADMIN, world.host(), Optional.empty()).revealText();
  }

  @Test
  public void thePinIsThereBeforeTheMacHearsOfIt() {
    HostLocks.Asked asked =
        locks.lock(
            Fixtures.ADMIN,
            world.host(),
            new LockScreen(Optional.of(" Call us "), Optional.of("+1 555")),
            false);
    assertEquals(asked.pin().revealText(), pin());
    assertTrue(pin().matches("[0-9]{6}"));
    RawCommand command = world.poll().orElseThrow();
    assertEquals("DeviceLock", command.body().requestType());
    assertEquals(pin(), world.key(command, "PIN"));
    assertEquals("Call us", world.key(command, "Message"));
    assertEquals("+1 555", world.key(command, "PhoneNumber"));
    assertEquals("lock", now().pendingAction());
    assertTrue(world.activities().contains("locked_host"));
    assertEquals(3, world.activities().stream().filter("unlocked_host"::equals).count());
  }

  @Test
  public void pinsDiffer() {
    assertNotEquals(Pin.random(), Pin.random());
  }

  @Test
  public void aLockedMacIsNotLockedAgain() {
    HostLocks.Asked asked = lock();
    MdmException pending = assertThrows(MdmException.class, this::lock);
    assertTrue(pending.getMessage().contains(asked.lock().command().value()));
    acknowledge(world.poll().orElseThrow());
    assertEquals("locked", now().deviceStatus());
    MdmException locked = assertThrows(MdmException.class, this::lock);
    assertTrue(locked.getMessage().contains("with its PIN"));
    assertEquals(MdmException.Kind.CONFLICT, assertThrows(MdmException.class, this::wipe).kind());
    assertEquals(asked.pin().revealText(), pin());
  }

  @Test
  public void oneThatIsHeardOfAgainWasUnlocked() {
    lock();
    acknowledge(world.poll().orElseThrow());
    assertEquals(Stage.DONE, now().stage());
    world.clock.advance(Duration.ofSeconds(30));
    world.poll();
    assertEquals("within the grace it is still on its way down", Stage.DONE, now().stage());
    world.clock.advance(Duration.ofMinutes(10));
    world.poll();
    settlement.sweep();
    assertEquals(Stage.OVER, now().stage());
    assertEquals("unlocked", now().deviceStatus());
    String first = pin();
    lock();
    assertEquals(2, locks.history(world.host()).size());
    CommandUuid before = locks.history(world.host()).get(1).command();
    assertEquals(first, locks.pin(Fixtures.ADMIN, world.host(), Optional.of(before)).revealText());
  }

  /** Another server, whose clock is ahead, hears of the Mac while it goes down. */
  @Test
  public void whatAnotherClockSaysOpensNoLock() {
    lock();
    acknowledge(world.poll().orElseThrow());
    assertEquals(Stage.DONE, now().stage());
    Instant ahead = world.clock.instant().plus(Duration.ofMinutes(10));
    world.stores.enrollments().seen(world.mac.channel(), ahead);
    assertEquals(Stage.DONE, now().stage());
    world.clock.advance(Duration.ofMinutes(5));
    settlement.sweep();
    assertEquals("silent since", Stage.DONE, now().stage());
    world.stores.enrollments().seen(world.mac.channel(), ahead.plus(Duration.ofMinutes(5)));
    settlement.sweep();
    assertEquals(Stage.OVER, now().stage());
  }

  @Test
  public void aRefusedOneFreesTheMac() {
    lock();
    fail(world.poll().orElseThrow());
    assertEquals(Stage.FAILED, now().stage());
    assertEquals("unlocked", now().deviceStatus());
    assertTrue(now().detail(), now().detail().contains("Preflight failed"));
    lock();
  }

  @Test
  public void aCancelledOneMayHaveTakenAndKeepsItsPin() {
    HostLocks.Asked waiting = lock();
    cancel(waiting.lock().command());
    assertEquals("It was cancelled.", now().detail());
    HostLocks.Asked handedOut = lock();
    world.poll();
    cancel(handedOut.lock().command());
    assertEquals(Stage.FAILED, now().stage());
    assertTrue(now().detail(), now().detail().contains("may be locked all the same"));
    assertEquals(handedOut.pin().revealText(), pin());
  }

  @Test
  public void whatTakesNoCommandsIsRefused() {
    world
        .stores
        .enrollments()
        .checkOut(world.mac.channel(), world.clock.instant(), Fixtures.activity("mdm_unenrolled"));
    assertEquals(
        "Can't lock the host because it doesn't have MDM turned on.",
        assertThrows(MdmException.class, this::lock).getMessage());
    assertEquals(
        "Can't wipe the host because it doesn't have MDM turned on.",
        assertThrows(MdmException.class, this::wipe).getMessage());
    assertEquals("escrow.never_locked", assertThrows(MdmException.class, this::pin).code());
  }

  @Test
  public void anErasureThatIsRefusedMayHaveHappened() {
    wipe();
    RawCommand command = world.poll().orElseThrow();
    assertEquals("EraseDevice", command.body().requestType());
    assertEquals("Default", world.key(command, "ObliterationBehavior"));
    assertEquals(pin(), world.key(command, "PIN"));
    fail(command);
    assertEquals(Stage.UNCERTAIN, now().stage());
    assertEquals("wiped", now().deviceStatus());
    world.clock.advance(Duration.ofMinutes(10));
    world.poll();
    assertEquals("it takes its time", Stage.UNCERTAIN, now().stage());
    world.clock.advance(Duration.ofMinutes(10));
    world.poll();
    assertEquals("once is no proof", Stage.UNCERTAIN, now().stage());
    world.clock.advance(Duration.ofMinutes(10));
    world.poll();
    assertEquals(Stage.FAILED, now().stage());
    assertTrue(now().detail(), now().detail().contains("not erased"));
    assertTrue(world.activities().contains("wiped_host"));
  }

  @Test
  public void anErasedMacEnrollsAnew() {
    wipe();
    fail(world.poll().orElseThrow());
    assertEquals(Stage.UNCERTAIN, now().stage());
    world.clock.advance(Duration.ofHours(1));
    world.enrollsAnew();
    assertEquals(Stage.OVER, now().stage());
    wipe();
    acknowledge(world.poll().orElseThrow());
    assertEquals(Stage.DONE, now().stage());
    assertEquals("wiped", now().deviceStatus());
    world.clock.advance(Duration.ofHours(1));
    world.enrollsAnew();
    assertEquals(Stage.OVER, now().stage());
    assertEquals(Kind.WIPE, now().kind());
  }

  @Test
  public void anErasureWhoseAnswerWasLostIsSettledByTheNextEnrollment() {
    wipe();
    world.poll();
    world.clock.advance(Duration.ofHours(1));
    world.enrollsAnew();
    world.tell(outcomes);
    assertEquals(Stage.OVER, now().stage());
    assertEquals(LockWords.ERASED, now().detail());
  }

  @Test
  public void nobodyPushesToAnErasedMacForEver() {
    wipe();
    acknowledge(world.poll().orElseThrow());
    now();
    world.clock.advance(Duration.ofHours(23));
    settlement.sweep();
    assertTrue(world.host().mdm().isOn());
    world.clock.advance(Duration.ofHours(2));
    settlement.sweep();
    settlement.sweep();
    assertFalse(world.host().mdm().isOn());
    assertEquals("nobody looks at it any more", List.of(), standing());
    assertEquals("wiped", now().deviceStatus());
    assertEquals(1, world.activities().stream().filter("mdm_unenrolled"::equals).count());
  }

  private List<HostLock> standing() {
    return world.stores.hostLocks().standing("", 9);
  }

  @Test
  public void oneThatCannotBeSettledKeepsNoOtherFromIt() {
    lock();
    acknowledge(world.poll().orElseThrow());
    now();
    world.clock.advance(Duration.ofMinutes(10));
    world.poll();
    LockSettlement broken =
        new LockSettlement(
            new OneIsBroken(world.stores.hostLocks()),
            world.stores.hosts(),
            world.stores.enrollments(),
            GRACE,
            WIPE_GRACE,
            WIPED,
            world.clock);
    broken.sweep();
    assertEquals(List.of(), standing());
  }

  @Test
  public void whatIsSaidOnTheScreenIsShort() {
    assertEquals(
        "escrow.long_text",
        assertThrows(
                MdmException.class,
                () -> new LockScreen(Optional.of("x".repeat(501)), Optional.empty()))
            .code());
    assertEquals(Obliteration.DO_NOT, Obliteration.of(Optional.of("donotobliterate")));
    assertThrows(MdmException.class, () -> Obliteration.of(Optional.of("Sometimes")));
  }
}
