package io.pomona.escrow.filevault;

import io.pomona.api.Secret;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.pki.SecretVault;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.escrow.keys.KeyIntake;
import io.pomona.escrow.keys.KeyOpening;
import io.pomona.escrow.keys.KeySeals;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The slice over in-memory stores, and Macs that say what a test wants. */
final class EscrowWorld {
  static final String KEY = "A1B2-C3D4-E5F6-G7H8-J9K0-LMNP";

  final List<EnrolledMac> macs = new ArrayList<>();
  final SettableClock clock = new SettableClock();
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  final FakeSecretVault vault = new FakeSecretVault();
  final PreparedKeys keys = new PreparedKeys();
  final EscrowCertificates certificates =
      new EscrowCertificates(
          stores.escrowCertificates(), stores.recoveryKeys(), keys, vault, clock);
  final DiskEncryption encryption = new DiskEncryption(stores.diskEncryptions(), clock);
  final FileVaultProfile profile =
      new FileVaultProfile(
          stores.diskEncryptions(),
          stores.encryptionReports(),
          certificates,
          stores.organization());
  final KeyOpening opening = new KeyOpening(stores.escrowCertificates(), keys, vault);
  final KeyIntake keyIntake = keyIntake(vault);
  final EncryptionIntake intake =
      new EncryptionIntake(stores.hosts(), stores.encryptionReports(), keyIntake, clock);
  final EncryptionQuestions questions =
      new EncryptionQuestions(stores.encryptionReports(), Duration.ofMinutes(15), clock);
  final Resealing resealing = new Resealing(certificates, stores.recoveryKeys(), vault);

  KeyIntake keyIntake(SecretVault opened) {
    return new KeyIntake(
        stores.envelopes(),
        stores.recoveryKeys(),
        stores.hosts(),
        new KeyOpening(stores.escrowCertificates(), keys, opened),
        clock);
  }

  EnrolledMac mac(int number) {
    EnrolledMac mac = Fixtures.enrolledMac(stores, number, clock.instant());
    macs.add(mac);
    return mac;
  }

  Host host(EnrolledMac mac) {
    return stores.hosts().find(mac.host()).orElseThrow();
  }

  Enrollment enrollment(EnrolledMac mac) {
    return stores.enrollments().find(mac.channel()).orElseThrow();
  }

  HostEncryption of(HostId host) {
    return stores.hostEncryptions().of(List.of(host)).get(host);
  }

  /** The Mac has got the profile and lists it. */
  void installed(EnrolledMac mac) {
    HostProfile row =
        new HostProfile(
            mac.host(),
            FileVaultProfile.NAME,
            FileVaultPayloads.IDENTIFIER,
            FileVaultPayloads.NAME,
            "UUID",
            Fixtures.hash("content"),
            ProfileOperation.INSTALL,
            ProfileStatus.VERIFIED,
            Optional.empty(),
            "",
            0,
            clock.instant());
    stores
        .hostProfiles()
        .save(
            new HostProfileChanges(List.of(row), List.of(), List.of(), List.of()), clock.instant());
  }

  static PlistDict open() {
    return PlistDict.builder()
        .put("FDE_Enabled", false)
        .put("FDE_HasPersonalRecoveryKey", false)
        .build();
  }

  static PlistDict closed() {
    return PlistDict.builder()
        .put("FDE_Enabled", true)
        .put("FDE_HasPersonalRecoveryKey", true)
        .build();
  }

  static PlistDict closed(byte[] envelope) {
    return closed().with("FDE_PersonalRecoveryKeyCMS", envelope);
  }

  byte[] envelope(String text) {
    return PreparedKeys.envelope(certificates.current().certificate(), text);
  }

  /**
   * The Mac answers SecurityInfo, a second after whatever was before, and everybody hears of it.
   */
  void says(EnrolledMac mac, PlistDict securityInfo) {
    clock.advance(Duration.ofSeconds(1));
    answers(mac, securityInfo);
    intake.reported(enrollment(mac));
  }

  /** The same before anybody hears of it. */
  void answers(EnrolledMac mac, PlistDict securityInfo) {
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.empty(),
            new HostInventory(Optional.empty(), Optional.of(securityInfo)),
            clock.instant());
  }

  List<RecoveryKey> history(EnrolledMac mac) {
    return stores.recoveryKeys().history(host(mac).facts().serialNumber());
  }

  /** The key itself. */
  Optional<Secret> current(EnrolledMac mac) {
    return stores
        .recoveryKeys()
        .current(host(mac).facts().serialNumber(), mac.channel().device())
        .flatMap(key -> stores.recoveryKeys().sealed(key.id()))
        .map(new KeySeals(vault)::open);
  }
}
