package io.pomona.escrow.filevault;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.escrow.ActionRequired;
import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.organization.Activity;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.escrow.keys.SealPurpose;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class EncryptionIntakeTest {
  private final EscrowWorld world = new EscrowWorld();
  private EnrolledMac mac;

  @Before
  public void aMacWithTheProfile() {
    mac = world.mac(1);
    world.installed(mac);
  }

  private HostEncryption now() {
    return world.of(mac.host());
  }

  private List<Activity> escrowed() {
    return world.stores.activities().newest(PageRequest.first(100)).stream()
        .filter(each -> each.type().equals("escrowed_disk_encryption_key"))
        .toList();
  }

  @Test
  public void fromLogOutToVerified() {
    assertEquals(Optional.of(DiskEncryptionStatus.VERIFYING), now().status());
    world.says(mac, EscrowWorld.open());
    assertEquals(Optional.of(ActionRequired.LOG_OUT), now().action());
    assertFalse(now().keyAvailable());
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    assertEquals(Optional.of(DiskEncryptionStatus.VERIFIED), now().status());
    assertTrue(now().keyAvailable());
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(mac));
  }

  @Test
  public void theActivityNamesTheMacAndNotTheKey() {
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    Activity told = escrowed().get(0);
    assertEquals("Pomona", told.actorName());
    assertEquals(Fixtures.serial(1), told.details().get("host_serial"));
    assertFalse(told.toString().contains(EscrowWorld.KEY));
  }

  @Test
  public void whatTheMacPadsTheKeyWithIsTakenOff() {
    world.says(mac, EscrowWorld.closed(world.envelope(" " + EscrowWorld.KEY + "\n\0\0")));
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(mac));
  }

  @Test
  public void anEnvelopeIsOpenedOnce() {
    byte[] envelope = world.envelope(EscrowWorld.KEY);
    world.says(mac, EscrowWorld.closed(envelope));
    int opened = world.keys.opened;
    world.says(mac, EscrowWorld.closed(envelope));
    world.intake.reported(world.enrollment(mac));
    assertEquals(opened, world.keys.opened);
    assertEquals(1, escrowed().size());
    assertEquals(Optional.of(DiskEncryptionStatus.VERIFIED), now().status());
  }

  @Test
  public void aNewKeyIsKeptBesideTheOldOne() {
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    String next = "ZZZZ-C3D4-E5F6-G7H8-J9K0-LMNP";
    world.says(mac, EscrowWorld.closed(world.envelope(next)));
    assertEquals(2, world.history(mac).size());
    assertEquals(Optional.of(Secret.of(next)), world.current(mac));
    assertEquals(2, escrowed().size());
  }

  @Test
  public void anEncryptedMacOfAnotherMdmWantsANewKey() {
    world.says(mac, EscrowWorld.closed());
    assertEquals(Optional.of(ActionRequired.ROTATE_KEY), now().action());
    assertTrue(now().detail(), now().detail().startsWith(EncryptionIntake.NO_KEY_SENT));
    assertTrue(now().detail(), now().detail().contains("Escrow Buddy"));
    assertEquals(List.of(), world.history(mac));
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    assertEquals(Optional.of(DiskEncryptionStatus.VERIFIED), now().status());
  }

  @Test
  public void aDiskWithoutAPersonalKeySaysSo() {
    world.says(mac, EscrowWorld.closed().with("FDE_HasPersonalRecoveryKey", false));
    assertTrue(now().detail(), now().detail().startsWith(EncryptionIntake.NO_RECOVERY_KEY));
  }

  private void assertUnreadable(byte[] envelope, String reason) {
    world.certificates.current();
    world.says(mac, EscrowWorld.closed(envelope));
    assertEquals(Optional.of(ActionRequired.ROTATE_KEY), now().action());
    assertTrue(now().detail(), now().detail().contains(reason));
    assertFalse(now().keyAvailable());
    assertFalse(world.history(mac).get(0).opens());
    assertEquals(List.of(), escrowed());
  }

  @Test
  public void anEnvelopeForAnotherCertificateIsKeptAsUnreadable() {
    byte[] foreign = new PreparedKeys().create("Other MDM", Duration.ofDays(1)).certificate();
    world.keys.create("not that one", Duration.ofDays(1));
    assertUnreadable(PreparedKeys.envelope(foreign, EscrowWorld.KEY), "another MDM");
  }

  @Test
  public void aDamagedEnvelopeIsKeptAsUnreadable() {
    byte[] damaged = world.envelope(EscrowWorld.KEY);
    damaged[damaged.length - 1] ^= 1;
    damaged[damaged.length - 20] ^= 1;
    assertUnreadable(damaged, "cannot be");
  }

  @Test
  public void whatIsNoEnvelopeIsKeptAsUnreadable() {
    assertUnreadable(new byte[] {1, 2, 3}, "no encrypted message");
  }

  @Test
  public void whatIsNoKeyIsKeptAsUnreadable() {
    assertUnreadable(world.envelope("a1b2-C3D4-E5F6-G7H8-J9K0-LMNP"), "form of a recovery key");
  }

  @Test
  public void theDummyOfAnOldMacIsNoKey() {
    assertUnreadable(world.envelope("UUUU-VVVV-WWWW-XXXX-YYYY-ZZZZ"), "placeholder");
  }

  @Test
  public void aKeyThatIsHereStaysAvailableWhenALaterOneIsUnreadable() {
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    world.says(mac, EscrowWorld.closed(world.envelope("none")));
    assertEquals(Optional.of(ActionRequired.ROTATE_KEY), now().action());
    assertTrue(now().keyAvailable());
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(mac));
  }

  @Test
  public void whileNothingCanBeUnsealedNothingIsSaidOfAKey() {
    byte[] envelope = world.envelope(EscrowWorld.KEY);
    EncryptionIntake locked =
        new EncryptionIntake(
            world.stores.hosts(),
            world.stores.encryptionReports(),
            world.keyIntake(new FakeSecretVault("other")),
            world.clock);
    MdmException refused =
        assertThrows(MdmException.class, () -> says(locked, EscrowWorld.closed(envelope)));
    assertEquals(MdmException.Kind.UNAVAILABLE, refused.kind());
    assertEquals(List.of(), world.history(mac));
    assertEquals(Optional.empty(), world.stores.encryptionReports().find(mac.host()));
    world.intake.reported(world.enrollment(mac));
    assertEquals(Optional.of(DiskEncryptionStatus.VERIFIED), now().status());
  }

  private void says(EncryptionIntake intake, PlistDict securityInfo) {
    world.answers(mac, securityInfo);
    intake.reported(world.enrollment(mac));
  }

  @Test
  public void theKeyOfWhoHasLeftIsKeptAndNoReportOfIt() {
    byte[] envelope = world.envelope(EscrowWorld.KEY);
    world.answers(mac, EscrowWorld.closed(envelope));
    world
        .stores
        .enrollments()
        .checkOut(mac.channel(), world.clock.instant(), Fixtures.activity("mdm_unenrolled"));
    world.intake.reported(world.enrollment(mac));
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(mac));
    assertEquals(Optional.empty(), world.stores.encryptionReports().find(mac.host()));
  }

  @Test
  public void theNextAnswerTakesNoKeyAway() {
    String next = "ZZZZ-C3D4-E5F6-G7H8-J9K0-LMNP";
    world.answers(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    world.clock.advance(Duration.ofSeconds(1));
    world.answers(mac, EscrowWorld.closed(world.envelope(next)));
    world.says(mac, EscrowWorld.closed());
    assertEquals(2, world.history(mac).size());
    assertEquals(Optional.of(Secret.of(next)), world.current(mac));
    assertEquals(2, escrowed().size());
    assertEquals(List.of(), world.stores.envelopes().waiting(10));
  }

  @Test
  public void aKeyThatNobodyCameForIsTakenInTime() {
    world.answers(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    world.keyIntake(new FakeSecretVault("other")).sweep();
    assertEquals(1, world.stores.envelopes().waiting(10).size());
    world.keyIntake.sweep();
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(mac));
    assertEquals(List.of(), world.stores.envelopes().waiting(10));
  }

  @Test
  public void theSameKeyInAnotherEnvelopeIsNotTold() {
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    assertEquals(1, world.history(mac).size());
    assertEquals(1, escrowed().size());
    assertEquals(Optional.of(DiskEncryptionStatus.VERIFIED), now().status());
  }

  @Test
  public void aNodeWhoseClockIsBehindIsListenedTo() {
    world.clock.advance(Duration.ofHours(1));
    world.says(mac, EscrowWorld.closed());
    world.clock.advance(Duration.ofMinutes(-10));
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    assertEquals(Optional.of(DiskEncryptionStatus.VERIFIED), now().status());
  }

  @Test
  public void whatIsTooLargeIsNotKeptWhole() {
    world.certificates.current();
    assertUnreadable(new byte[EnvelopeStore.LARGEST + 1], "larger than");
    assertEquals(
        Optional.empty(), world.stores.envelopes().envelope(world.history(mac).get(0).id()));
  }

  @Test
  public void anEnvelopeOpensWhenItsCertificateTurnsUp() {
    EnvelopeRetry retry =
        new EnvelopeRetry(world.certificates, world.stores.envelopes(), world.opening);
    EncryptionKey missing = world.keys.create("in a backup", Duration.ofDays(1));
    EscrowCertificate current = world.certificates.current();
    byte[] sent = PreparedKeys.envelope(missing.certificate(), EscrowWorld.KEY);
    assertUnreadable(sent, "another MDM");
    retry.sweep();
    assertUnreadable(sent, "another MDM");
    world
        .stores
        .escrowCertificates()
        .add(
            missing.certificate(),
            world.vault.seal(SealPurpose.CERTIFICATE, missing.key()),
            Optional.of(current.id()),
            List.of(),
            world.clock.instant());
    retry.sweep();
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(mac));
    assertEquals(Optional.of(DiskEncryptionStatus.VERIFIED), now().status());
  }

  @Test
  public void whatWasSaidInAnEarlierEnrollmentDoesNotCount() {
    world.says(mac, EscrowWorld.closed(world.envelope(EscrowWorld.KEY)));
    world.clock.advance(Duration.ofHours(1));
    world
        .stores
        .enrollments()
        .start(Fixtures.start(mac.channel(), Fixtures.hash("second"), 1, world.clock.instant()));
    world.stores.enrollments().token(Fixtures.token(mac.channel(), world.clock.instant()));
    world.installed(mac);
    world.intake.reported(world.enrollment(mac));
    assertEquals(Optional.of(DiskEncryptionStatus.VERIFYING), now().status());
    assertTrue(now().keyAvailable());
    world.says(mac, EscrowWorld.closed());
    EncryptionReport report = world.stores.encryptionReports().find(mac.host()).orElseThrow();
    assertEquals(EncryptionReport.Key.NONE, report.key());
    assertEquals(1, world.history(mac).size());
  }

  @Test
  public void theKeyOfARetiredCertificateOpensStill() {
    byte[] envelope = world.envelope(EscrowWorld.KEY);
    world.certificates.roll(Fixtures.ADMIN);
    world.says(mac, EscrowWorld.closed(envelope));
    assertEquals(Optional.of(Secret.of(EscrowWorld.KEY)), world.current(mac));
    assertEquals(
        Optional.of(world.certificates.list().get(1).id()),
        world.history(mac).get(0).certificate());
  }
}
