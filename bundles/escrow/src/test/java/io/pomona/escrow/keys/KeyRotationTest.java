package io.pomona.escrow.keys;

import static io.pomona.escrow.keys.RotationBench.AFTER_VIEW;
import static io.pomona.escrow.keys.RotationBench.NEW;
import static io.pomona.escrow.keys.RotationBench.OLD;
import static io.pomona.escrow.keys.RotationBench.UNTIL_ASKED;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotation.Cause;
import io.pomona.api.escrow.KeyRotation.Stage;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.organization.Activity;
import io.pomona.protocol.command.CommandBody;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SampleKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class KeyRotationTest {
  private final RotationBench bench = new RotationBench();
  private final EnrolledMac mac = bench.mac(1, OLD);

  private KeyRotation request() {
    return bench.replacement.request(Fixtures.ADMIN, mac.host());
  }

  private CommandUuid handed() {
    bench.poll(mac).orElseThrow();
    return bench.last(mac.host()).command();
  }

  private void assertFailed(String why) {
    KeyRotation last = bench.last(mac.host());
    assertEquals(Stage.FAILED, last.stage());
    assertTrue(last.detail(), last.detail().contains(why));
    Activity told = bench.activities("failed_to_rotate_disk_encryption_key").get(0);
    assertEquals(last.detail(), told.details().get("detail"));
    assertEquals(OLD, bench.kept(mac));
  }

  @Test
  public void aMacMakesANewKeyForWhoHasThePresentOne() {
    request();
    CommandBody command = bench.poll(mac).orElseThrow();
    assertEquals("RotateFileVaultKey", command.requestType());
    assertEquals(Optional.of("personal"), command.keys().string("KeyType"));
    assertEquals(
        Optional.of(OLD),
        command.keys().dict("FileVaultUnlock").flatMap(unlock -> unlock.string("Password")));
    assertArrayEquals(
        "one".getBytes(StandardCharsets.UTF_8),
        command.keys().data("ReplyEncryptionCertificate").orElseThrow());
    bench.certificates.roll("two"); // The Mac answers for the one that it was sent.
    bench.answer(
        mac,
        Reports.acknowledged(
            mac.channel(),
            bench.last(mac.host()).command(),
            "RotateResult",
            RotationBench.rotateResult("one", NEW)));
    assertEquals(Stage.DONE, bench.last(mac.host()).stage());
    assertEquals(NEW, bench.kept(mac));
    List<RecoveryKey> keys = bench.history.keys(bench.stores.hosts().find(mac.host()).get());
    assertEquals(RecoveryKey.Source.ROTATION, keys.get(0).source());
    assertEquals(2, keys.size());
    Activity told = bench.activities("rotated_disk_encryption_key").get(0);
    assertEquals("Ada Admin", told.actorName());
    assertEquals(Fixtures.serial(1), told.details().get("host_serial"));
    assertEquals(1, bench.activities("rotated_disk_encryption_key").size());
  }

  @Test
  public void aMacWithoutAKeyThatOpensCannotRotate() {
    EnrolledMac none = Fixtures.enrolledMac(bench.stores, 2, bench.clock.instant());
    assertRefused(none, "No recovery key of this Mac has come.");
    bench.escrow(none, FakeEncryptionKeys.envelope("foreign", OLD));
    assertRefused(none, "not known here");
    MdmException unseen =
        assertThrows(
            MdmException.class, () -> bench.disclosure.ofHost(Fixtures.ADMIN, none.host()));
    assertEquals(MdmException.Kind.NOT_FOUND, unseen.kind());
    assertTrue(unseen.getMessage(), unseen.getMessage().contains("not known here"));
    SampleKeys.leave(bench.stores, mac, bench.clock.instant());
    assertRefused(mac, "MDM is off");
  }

  private void assertRefused(EnrolledMac which, String why) {
    MdmException refused =
        assertThrows(
            MdmException.class, () -> bench.replacement.request(Fixtures.ADMIN, which.host()));
    assertEquals("escrow.cannot_rotate", refused.code());
    assertEquals(MdmException.Kind.CONFLICT, refused.kind());
    assertTrue(refused.getMessage(), refused.getMessage().startsWith("Cannot rotate. "));
    assertTrue(refused.getMessage(), refused.getMessage().contains(why));
  }

  @Test
  public void anAnswerWithoutAKeyIsFollowedByAQuestion() {
    request();
    bench.answer(mac, Reports.acknowledged(mac.channel(), handed()));
    assertEquals(Stage.ASKING, bench.last(mac.host()).stage());
    bench.clock.advance(UNTIL_ASKED.minusSeconds(1));
    bench.sweep.sweep();
    assertEquals(Optional.empty(), bench.poll(mac));
    bench.clock.advance(Duration.ofSeconds(1));
    bench.sweep.sweep();
    bench.sweep.sweep();
    assertEquals("SecurityInfo", bench.poll(mac).orElseThrow().requestType());
    said(OLD);
    assertEquals(Stage.ASKING, bench.last(mac.host()).stage());
    assertEquals(Optional.empty(), bench.poll(mac));
    bench.clock.advance(Duration.ofDays(1));
    bench.sweep.sweep();
    assertEquals("SecurityInfo", bench.poll(mac).orElseThrow().requestType());
    said(NEW);
    assertEquals(Stage.DONE, bench.last(mac.host()).stage());
    assertEquals(NEW, bench.kept(mac));
  }

  private CommandUuid question() {
    CommandRecord asked =
        bench.stores.commandHistory().list(Optional.of(mac.host()), PageRequest.first(1)).get(0);
    return asked.uuid();
  }

  private void said(String key) {
    bench.answer(
        mac,
        Reports.acknowledged(
            mac.channel(), question(), "SecurityInfo", RotationBench.securityInfo("one", key)));
  }

  @Test
  public void aKeyThatDoesNotOpenIsKeptAndAskedForAgain() {
    request();
    bench.answer(
        mac,
        Reports.acknowledged(
            mac.channel(), handed(), "RotateResult", RotationBench.rotateResult("foreign", NEW)));
    KeyRotation last = bench.last(mac.host());
    assertEquals(Stage.ASKING, last.stage());
    assertTrue(last.detail(), last.detail().contains("not known here"));
    assertEquals(OLD, bench.kept(mac));
    assertEquals(2, bench.stores.recoveryKeys().history(Fixtures.serial(1)).size());
    bench.clock.advance(KeyReplacement.PATIENCE.plus(KeyReplacement.AFTERWARDS));
    bench.sweep.sweep();
    assertFailed("not known here");
  }

  @Test
  public void aKeyThatCameByAnotherWayIsEnough() {
    request();
    bench.answer(mac, Reports.acknowledged(mac.channel(), handed()));
    bench.escrow(mac, FakeEncryptionKeys.envelope("one", NEW));
    bench.clock.advance(UNTIL_ASKED);
    bench.sweep.sweep();
    assertEquals(Stage.DONE, bench.last(mac.host()).stage());
    assertEquals(1, bench.activities("rotated_disk_encryption_key").size());
  }

  @Test
  public void notNowIsWaitedFor() {
    request();
    bench.answer(mac, Reports.notNow(mac.channel(), handed()));
    assertEquals(Stage.SENT, bench.last(mac.host()).stage());
    bench.clock.advance(Duration.ofDays(2));
    bench.sweep.sweep();
    assertEquals(Stage.SENT, bench.last(mac.host()).stage());
    bench.answer(
        mac,
        Reports.acknowledged(
            mac.channel(), handed(), "RotateResult", RotationBench.rotateResult("one", NEW)));
    assertEquals(Stage.DONE, bench.last(mac.host()).stage());
  }

  private void refuses() {
    bench.answer(
        mac, Reports.error(mac.channel(), handed(), "FDE", 12, "Password " + OLD + " is bad"));
    assertEquals(Stage.ASKING, bench.last(mac.host()).stage());
    bench.clock.advance(UNTIL_ASKED);
    bench.sweep.sweep();
    assertEquals("SecurityInfo", bench.poll(mac).orElseThrow().requestType());
  }

  @Test
  public void aRefusalIsToldWithoutAKeyInIt() {
    request();
    refuses();
    said(OLD);
    assertFailed("********");
    request();
    refuses();
    bench.answer(mac, Reports.acknowledged(mac.channel(), question()));
    assertFailed("********");
  }

  @Test
  public void aRefusalOfWhatTheMacHasDoneBeforeLosesNoKey() {
    request();
    refuses();
    said(NEW);
    assertEquals(Stage.DONE, bench.last(mac.host()).stage());
    assertEquals(NEW, bench.kept(mac));
  }

  @Test
  public void aCommandThatTheMacCannotReadIsNotAskedAbout() {
    request();
    bench.answer(mac, Reports.formatError(mac.channel(), handed()));
    assertFailed("could not read");
  }

  @Test
  public void aKeyThatComesAfterTheEndIsKept() {
    request();
    CommandUuid uuid = handed();
    bench.progress.fail(bench.last(mac.host()), "The Mac enrolled anew.");
    bench.answer(
        mac,
        Reports.acknowledged(
            mac.channel(), uuid, "RotateResult", RotationBench.rotateResult("one", NEW)));
    assertEquals(NEW, bench.kept(mac));
    assertEquals(1, bench.activities("escrowed_disk_encryption_key").size());
    assertEquals(Stage.FAILED, bench.last(mac.host()).stage());
  }

  @Test
  public void theAnswerToALateQuestionIsKeptAsWell() {
    request();
    refuses();
    bench.progress.fail(bench.last(mac.host()), "The Mac enrolled anew.");
    said(NEW);
    assertEquals(NEW, bench.kept(mac));
  }

  @Test
  public void whoFetchedItIsAskedThoughTheCommandIsCancelled() {
    KeyRotation rotation = request();
    handed();
    bench
        .stores
        .commandQueue()
        .cancel(
            rotation.command(),
            Map.of(mac.channel(), Fixtures.activity("canceled_mdm_command")),
            bench.clock.instant());
    bench.tell();
    assertEquals(Stage.ASKING, bench.last(mac.host()).stage());
    bench.clock.advance(UNTIL_ASKED);
    bench.sweep.sweep();
    bench.poll(mac).orElseThrow();
    said(NEW);
    assertEquals(Stage.DONE, bench.last(mac.host()).stage());
    assertEquals(NEW, bench.kept(mac));
  }

  @Test
  public void theSameKeyInAnotherEnvelopeIsNoNewOne() {
    bench.current(mac);
    bench.escrow(mac, FakeEncryptionKeys.again("one", OLD));
    assertEquals(1, bench.stores.recoveryKeys().history(Fixtures.serial(1)).size());
    bench.clock.advance(AFTER_VIEW);
    assertEquals("it is replaced still", 1, bench.sweep.sweep());
    bench.escrow(mac, FakeEncryptionKeys.again("one", OLD));
    refuses();
    said(OLD);
    assertFailed("********");
    assertEquals(List.of(), bench.activities("rotated_disk_encryption_key"));
  }

  @Test
  public void aMacThatIsAwayIsGivenUpAtTheDeadline() {
    request();
    bench.clock.advance(KeyReplacement.PATIENCE.minusSeconds(1));
    bench.sweep.sweep();
    assertEquals(Stage.SENT, bench.last(mac.host()).stage());
    bench.clock.advance(Duration.ofSeconds(1));
    bench.stores.commandQueue().expire(bench.clock.instant(), 100);
    bench.tell();
    bench.sweep.sweep();
    assertFailed("did not answer in time");
    assertEquals(1, bench.activities("failed_to_rotate_disk_encryption_key").size());
  }

  @Test
  public void anExpiredOrCancelledCommandEndsItAsWell() {
    request();
    bench.clock.advance(KeyReplacement.PATIENCE);
    bench.stores.commandQueue().expire(bench.clock.instant(), 100);
    bench.tell();
    assertFailed("did not answer in time");
    KeyRotation again = request();
    bench
        .stores
        .commandQueue()
        .cancel(
            again.command(),
            Map.of(mac.channel(), Fixtures.activity("canceled_mdm_command")),
            bench.clock.instant());
    bench.tell();
    assertFailed("was cancelled");
  }

  @Test
  public void aNewEnrollmentEndsIt() {
    request();
    SampleKeys.enrollAgain(bench.stores, 1, bench.clock.advance(Duration.ofHours(1)));
    bench.ends.enrolled(enrollment());
    assertFailed("enrolled anew");
    request();
    bench.ends.enrolled(enrollment());
    assertEquals(Stage.SENT, bench.last(mac.host()).stage());
    SampleKeys.leave(bench.stores, mac, bench.clock.instant());
    bench.ends.checkedOut(enrollment());
    bench.ends.checkedOut(enrollment());
    assertFailed("turned off");
  }

  private Enrollment enrollment() {
    return new Enrollment(
        mac.channel(),
        mac.host(),
        Fixtures.TOPIC,
        Optional.empty(),
        true,
        false,
        false,
        Optional.empty());
  }

  @Test
  public void aViewIsFollowedByTriesUntilANewKeyIsHere() {
    assertEquals(OLD, bench.current(mac));
    bench.clock.advance(AFTER_VIEW.minusSeconds(1));
    assertEquals(0, bench.sweep.sweep());
    bench.clock.advance(Duration.ofSeconds(1));
    assertEquals(0, bench.sweep(Optional.empty(), Optional.empty()).sweep());
    assertEquals(1, bench.sweep.sweep());
    assertEquals(0, bench.sweep.sweep());
    KeyRotation begun = bench.last(mac.host());
    assertEquals(Cause.VIEW, begun.wanted().cause());
    assertEquals("Pomona", begun.wanted().requestedBy().name());
    refuses();
    said(OLD);
    assertEquals(0, bench.sweep.sweep());
    bench.clock.advance(Duration.ofDays(7).minus(UNTIL_ASKED).minusSeconds(1));
    assertEquals(0, bench.sweep.sweep());
    bench.clock.advance(Duration.ofSeconds(1));
    assertEquals(1, bench.sweep.sweep());
    bench.answer(
        mac,
        Reports.acknowledged(
            mac.channel(), handed(), "RotateResult", RotationBench.rotateResult("one", NEW)));
    bench.clock.advance(Duration.ofDays(30));
    assertEquals(0, bench.sweep.sweep());
  }

  @Test
  public void oneReplacementThatCannotGoOnKeepsNoOtherWaiting() {
    EnrolledMac other = bench.mac(2, OLD);
    request();
    bench.answer(mac, Reports.acknowledged(mac.channel(), handed()));
    bench.replacement.request(Fixtures.ADMIN, other.host());
    bench.poll(other).orElseThrow();
    bench.answer(other, Reports.acknowledged(other.channel(), bench.last(other.host()).command()));
    bench.clock.advance(UNTIL_ASKED);
    RotationSweep sweep = bench.sweepStuckAt(bench.last(mac.host()).id());
    sweep.sweep();
    sweep.sweep();
    assertEquals("SecurityInfo", bench.poll(other).orElseThrow().requestType());
    assertEquals(Optional.empty(), bench.poll(mac));
  }

  @Test
  public void theScheduleSpreadsManyMacsOverADay() {
    for (int number = 2; number <= 240; number++) {
      bench.mac(number, OLD);
    }
    bench.clock.advance(Duration.ofDays(91));
    List<Integer> steps = new ArrayList<>();
    for (int minute = 0; minute < 24 * 60; minute += 10) {
      int begun = 0;
      for (int step = bench.sweep.sweep(); step > 0; step = bench.sweep.sweep()) {
        assertTrue("a step is bounded", step <= 100);
        begun += step;
      }
      steps.add(begun);
      bench.clock.advance(Duration.ofMinutes(10));
    }
    assertEquals(240, steps.stream().mapToInt(Integer::intValue).sum());
    assertTrue(
        "none of the later steps has a herd",
        steps.subList(1, steps.size()).stream().allMatch(begun -> begun <= 12));
    assertTrue("nor has the first", steps.get(0) < 30);
  }

  @Test
  public void oneKeyThatCannotBeUnsealedKeepsNoOtherWaiting() {
    EnrolledMac other = bench.mac(2, OLD);
    bench.current(mac);
    bench.current(other);
    var kept = bench.history.current(bench.stores.hosts().find(mac.host()).get()).get();
    bench
        .stores
        .recoveryKeys()
        .reseal(List.of(new SealedKey(kept.id(), new EscrowCertificateId(2), new byte[] {1})));
    bench.clock.advance(AFTER_VIEW);
    assertEquals(1, bench.sweep.sweep());
    assertEquals(Cause.VIEW, bench.last(other.host()).wanted().cause());
  }

  @Test
  public void nothingThatPeopleReadHoldsAKey() {
    bench.current(mac);
    KeyRotation rotation = request();
    String told = rotation.toString() + bench.activities();
    bench.answer(
        mac,
        Reports.acknowledged(
            mac.channel(), handed(), "RotateResult", RotationBench.rotateResult("one", NEW)));
    Host host = bench.stores.hosts().find(mac.host()).orElseThrow();
    told += bench.activities();
    told += bench.history.keys(host);
    told += bench.history.rotations(host);
    told += bench.stores.commandHistory().find(rotation.command());
    told += bench.stores.commandTimeline().ofHost(mac.host(), PageRequest.first(100));
    told += bench.disclosure.ofHost(Fixtures.ADMIN, mac.host());
    for (String key : List.of(OLD, NEW)) {
      assertTrue("a key was told", !told.contains(key));
    }
  }
}
