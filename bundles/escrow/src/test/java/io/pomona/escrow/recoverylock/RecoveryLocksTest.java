package io.pomona.escrow.recoverylock;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLock.Stage;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.escrow.LockWorld;
import io.pomona.protocol.command.RawCommand;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class RecoveryLocksTest {
  private final LockWorld world = new LockWorld();
  private final RecoveryLocks locks =
      new RecoveryLocks(
          world.stores.recoveryLocks(),
          world.stores.hosts(),
          world.hosts,
          world.vault,
          world.stores.commandHistory(),
          world.clock);
  private final RecoveryLockOutcomes outcomes =
      new RecoveryLockOutcomes(
          world.stores.recoveryLocks(),
          world.stores.hosts(),
          world.vault,
          world.handOut,
          world.stores.commandHistory());
  private String inTheMac = "";

  @Before
  public void appleSilicon() {
    world.says(PlistDict.builder().put("IsAppleSilicon", true).build(), PlistDict.of());
  }

  private String password() {
    return locks.view(Fixtures.ADMIN, world.host(), Optional.empty()).password().revealText();
  }

  private List<Stage> stages() {
    return locks.history(world.host()).stream().map(RecoveryLock::stage).toList();
  }

  /** The Mac does what it is told, until there is nothing more. */
  private void play() {
    Optional<RawCommand> next = world.poll();
    while (next.isPresent()) {
      RawCommand command = next.get();
      CommandUuid uuid = new CommandUuid(command.uuid().orElseThrow());
      world.exchange(answer(command, uuid));
      world.tell(outcomes);
      next = world.poll();
    }
  }

  private CommandReportEntry answer(RawCommand command, CommandUuid uuid) {
    if (command.body().requestType().equals("VerifyRecoveryLock")) {
      boolean same = world.key(command, "Password").equals(inTheMac);
      return Reports.acknowledged(world.mac.channel(), uuid, "PasswordVerified", same);
    }
    String current = command.body().keys().string("CurrentPassword").orElse("");
    if (!current.equals(inTheMac)) {
      return Reports.error(world.mac.channel(), uuid, "MCMDMErrorDomain", 70000, "Wrong password");
    }
    inTheMac = world.key(command, "NewPassword");
    return Reports.acknowledged(world.mac.channel(), uuid);
  }

  @Test
  public void aPasswordIsSetAndVerified() {
    locks.set(Fixtures.ADMIN, world.host());
    String early = password();
    assertEquals(List.of(Stage.PENDING), stages());
    play();
    assertEquals(List.of(Stage.VERIFIED), stages());
    assertEquals(inTheMac, password());
    assertEquals(early, inTheMac);
    assertTrue(inTheMac, inTheMac.matches("([A-Z2-9]{4}-){5}[A-Z2-9]{4}"));
    assertTrue(world.activities().contains("set_host_recovery_lock_password"));
    assertTrue(world.activities().contains("viewed_host_recovery_lock_password"));
    assertEquals(
        "escrow.recovery_lock_set",
        assertThrows(MdmException.class, () -> locks.set(Fixtures.ADMIN, world.host())).code());
  }

  @Test
  public void theOldOneIsKeptUntilTheNewOneIsVerifiedAndForEver() {
    locks.set(Fixtures.ADMIN, world.host());
    play();
    String first = inTheMac;
    locks.rotate(Fixtures.ADMIN, world.host());
    assertEquals(first, password());
    assertThrows(MdmException.class, () -> locks.rotate(Fixtures.ADMIN, world.host()));
    play();
    assertEquals(List.of(Stage.VERIFIED, Stage.REPLACED), stages());
    assertNotEquals(first, inTheMac);
    assertEquals(inTheMac, password());
    CommandUuid old = locks.history(world.host()).get(1).command();
    assertEquals(
        first, locks.view(Fixtures.ADMIN, world.host(), Optional.of(old)).password().revealText());
  }

  @Test
  public void aLostAnswerLosesNoPassword() {
    locks.set(Fixtures.ADMIN, world.host());
    RawCommand command = world.poll().orElseThrow();
    inTheMac = world.key(command, "NewPassword");
    // The answer is lost, the Mac gets the command again and refuses it.
    play();
    assertEquals(List.of(Stage.VERIFIED), stages());
    assertEquals(inTheMac, password());
  }

  @Test
  public void whenTheNewOneIsNotInForceTheOldOneIs() {
    locks.set(Fixtures.ADMIN, world.host());
    play();
    String first = inTheMac;
    RecoveryLock second = locks.rotate(Fixtures.ADMIN, world.host());
    world.poll();
    cancel(second.command());
    world.tell(outcomes);
    play();
    assertEquals(List.of(Stage.FAILED, Stage.VERIFIED), stages());
    assertEquals(first, inTheMac);
    assertEquals(first, password());
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

  @Test
  public void oneThatWasNeverFetchedIsNotInForce() {
    RecoveryLock lock = locks.set(Fixtures.ADMIN, world.host());
    cancel(lock.command());
    world.tell(outcomes);
    assertEquals(List.of(Stage.FAILED), stages());
    locks.set(Fixtures.ADMIN, world.host());
  }

  @Test
  public void itIsTakenOff() {
    locks.set(Fixtures.ADMIN, world.host());
    play();
    locks.clear(Fixtures.ADMIN, world.host());
    play();
    assertEquals("", inTheMac);
    assertEquals(List.of(Stage.CLEARED, Stage.REPLACED), stages());
    assertTrue(world.activities().contains("cleared_host_recovery_lock_password"));
    assertThrows(MdmException.class, this::password);
    locks.set(Fixtures.ADMIN, world.host());
    play();
    assertEquals(inTheMac, password());
  }

  @Test
  public void theMacIsAskedWheneverSomebodyWantsToKnow() {
    locks.set(Fixtures.ADMIN, world.host());
    play();
    inTheMac = "changed by somebody";
    locks.verify(Fixtures.ADMIN, world.host());
    assertThrows(MdmException.class, () -> locks.verify(Fixtures.ADMIN, world.host()));
    play();
    assertEquals(List.of(Stage.FAILED), stages());
  }

  @Test
  public void aCheckOfAHostThatWasDeletedIsNoneAnyMore() {
    locks.set(Fixtures.ADMIN, world.host());
    play();
    locks.verify(Fixtures.ADMIN, world.host());
    CommandUuid lost = locks.history(world.host()).get(0).check().orElseThrow();
    MdmException twice =
        assertThrows(MdmException.class, () -> locks.verify(Fixtures.ADMIN, world.host()));
    assertEquals("escrow.recovery_lock_under_way", twice.code());
    world
        .stores
        .enrollments()
        .checkOut(world.mac.channel(), world.clock.instant(), Fixtures.activity("mdm_unenrolled"));
    world.stores.hosts().delete(world.mac.host(), Fixtures.activity("deleted_host"));
    world.clock.advance(Duration.ofHours(1));
    world.enrollsAnew();
    Host back =
        world
            .stores
            .hosts()
            .findByIdentifier(world.mac.channel().device(), TeamScope.everywhere())
            .orElseThrow();
    assertNotEquals(world.mac.host(), back.id());
    RecoveryLock asked = locks.verify(Fixtures.ADMIN, back);
    assertNotEquals(lost, asked.check().orElseThrow());
  }

  @Test
  public void withoutMdmItStaysOpen() {
    RecoveryLock lock = locks.set(Fixtures.ADMIN, world.host());
    world.poll();
    world
        .stores
        .enrollments()
        .checkOut(world.mac.channel(), world.clock.instant(), Fixtures.activity("mdm_unenrolled"));
    world.tell(outcomes);
    assertEquals(List.of(Stage.UNCERTAIN), stages());
    assertEquals(lock.command(), locks.inForce(world.host()).orElseThrow().command());
  }

  @Test
  public void aNewEnrollmentBeginsWithoutAPassword() {
    locks.set(Fixtures.ADMIN, world.host());
    play();
    world.clock.advance(Duration.ofHours(1));
    world.enrollsAnew();
    inTheMac = "";
    locks.rotate(Fixtures.ADMIN, world.host());
    play();
    assertEquals(List.of(Stage.VERIFIED, Stage.REPLACED), stages());
  }

  @Test
  public void othersAreRefusedWithTheReason() {
    world.says(PlistDict.builder().put("IsAppleSilicon", false).build(), PlistDict.of());
    String intel =
        assertThrows(MdmException.class, () -> locks.set(Fixtures.ADMIN, world.host()))
            .getMessage();
    assertTrue(intel, intel.contains("Intel"));
    world.says(PlistDict.of(), PlistDict.of());
    String unknown =
        assertThrows(MdmException.class, () -> locks.set(Fixtures.ADMIN, world.host()))
            .getMessage();
    assertTrue(unknown, unknown.contains("refetch"));
  }

  @Test
  public void whoCannotHaveAnotherOneKeepsNoOtherMacFromIt() {
    RecoveryLockRotation one =
        new RecoveryLockRotation(
            world.stores.recoveryLocks(),
            locks,
            world.stores.hosts(),
            Optional.of(Duration.ofMinutes(60)),
            1,
            world.clock);
    locks.set(Fixtures.ADMIN, world.host());
    play();
    password();
    EnrolledMac second = Fixtures.enrolledMac(world.stores, 2, world.clock.instant());
    Host mute = world.stores.hosts().find(second.host()).orElseThrow();
    RecoveryLock kept =
        new RecoveryLock(
            new CommandUuid("0"),
            mute.id(),
            mute.facts().serialNumber(),
            world.clock.instant(),
            false,
            Stage.PENDING,
            Optional.empty(),
            "Ada",
            world.clock.instant(),
            Optional.empty(),
            Optional.empty(),
            "");
    world
        .stores
        .recoveryLocks()
        .begin(
            kept,
            RecoveryPassword.seal(world.vault, RecoveryPassword.random()),
            RecoveryLockOrders.set(
                kept.command(),
                second.channel(),
                Optional.empty(),
                RecoveryPassword.random(),
                "Ada",
                world.clock.instant()),
            Fixtures.activity("set_host_recovery_lock_password"),
            TeamScope.everywhere(),
            world.clock.instant());
    world
        .stores
        .recoveryLocks()
        .save(kept.at(Stage.VERIFIED, ""), Stage.PENDING, List.of(), world.clock.instant());
    locks.view(Fixtures.ADMIN, mute, Optional.empty());
    world.clock.advance(Duration.ofHours(2));
    one.sweep();
    assertEquals(List.of(Stage.PENDING, Stage.VERIFIED), stages());
    assertEquals("it has not said what it is", 1, locks.history(mute).size());
  }

  @Test
  public void onesThatWereSeenAreReplaced() {
    RecoveryLockRotation rotation =
        new RecoveryLockRotation(
            world.stores.recoveryLocks(),
            locks,
            world.stores.hosts(),
            Optional.of(Duration.ofMinutes(60)),
            500,
            world.clock);
    locks.set(Fixtures.ADMIN, world.host());
    play();
    String seen = password();
    world.clock.advance(Duration.ofMinutes(59));
    rotation.sweep();
    assertEquals(List.of(Stage.VERIFIED), stages());
    world.clock.advance(Duration.ofMinutes(2));
    rotation.sweep();
    rotation.sweep();
    assertEquals(List.of(Stage.PENDING, Stage.VERIFIED), stages());
    play();
    assertNotEquals(seen, inTheMac);
    rotation.sweep();
    assertEquals(List.of(Stage.VERIFIED, Stage.REPLACED), stages());
  }
}
