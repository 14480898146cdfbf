package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotationId;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.organization.Activity;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.escrow.HandOut;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server with Macs whose keys are replaced, all in memory. */
final class RotationBench {
  static final String OLD = "A1B2-C3D4-E5F6-G7H8-J9K1-L2M3";
  static final String NEW = "N4P5-Q6R7-S8T9-U1V2-W3X4-Y5Z6";
  static final Duration AFTER_VIEW = Duration.ofMinutes(60);
  static final Duration UNTIL_ASKED = Duration.ofMinutes(10);

  final SettableClock clock = new SettableClock();
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  final FakeSecretVault vault = new FakeSecretVault();
  final FakeEscrowCertificates certificates = new FakeEscrowCertificates(vault, "one");
  final KeyOpening opening = new KeyOpening(certificates, new FakeEncryptionKeys(), vault);
  final FakeAccess access = FakeAccess.allowingAll();
  final KeyHistory history =
      new KeyHistory(stores.recoveryKeys(), stores.keyRotations(), stores.hosts(), access);
  final KeyDisclosure disclosure =
      new KeyDisclosure(stores.recoveryKeys(), history, stores.hosts(), access, vault, true, clock);
  final KeyReplacement replacement =
      new KeyReplacement(
          stores.recoveryKeys(),
          stores.keyRotations(),
          certificates,
          history,
          stores.hosts(),
          access,
          vault,
          clock);
  final KeyIntake intake =
      new KeyIntake(stores.envelopes(), stores.recoveryKeys(), stores.hosts(), opening, clock);
  final RotationProgress progress = progress(stores.keyRotations());
  final RotationOutcomes outcomes =
      new RotationOutcomes(
          stores.keyRotations(), progress, intake, new HandOut(stores.commandTimeline()));
  final RotationEnds ends = new RotationEnds(stores.hosts(), progress);
  final RotationSweep sweep = sweep(Optional.of(AFTER_VIEW), Optional.of(Duration.ofDays(90)));

  private RotationProgress progress(KeyRotationStore rotations) {
    return new RotationProgress(
        rotations,
        stores.recoveryKeys(),
        stores.hosts(),
        stores.commandHistory(),
        opening,
        intake,
        vault,
        UNTIL_ASKED,
        clock);
  }

  RotationSweep sweep(Optional<Duration> afterView, Optional<Duration> age) {
    return sweep(stores.keyRotations(), progress, new RotationSweep.Terms(afterView, age));
  }

  private RotationSweep sweep(
      KeyRotationStore rotations, RotationProgress progress, RotationSweep.Terms terms) {
    return new RotationSweep(rotations, stores.dueKeys(), replacement, progress, terms, clock);
  }

  /** One for which this replacement cannot go on. */
  RotationSweep sweepStuckAt(KeyRotationId id) {
    KeyRotationStore stuck =
        (KeyRotationStore)
            Proxy.newProxyInstance(
                KeyRotationStore.class.getClassLoader(),
                new Class<?>[] {KeyRotationStore.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("await") && arguments[0].equals(id)) {
                    throw MdmException.unavailable("store.unavailable", "Not this one.");
                  }
                  return method.invoke(stores.keyRotations(), arguments);
                });
    RotationSweep.Terms never = new RotationSweep.Terms(Optional.empty(), Optional.empty());
    return sweep(stuck, progress(stuck), never);
  }

  /** A Mac whose disk has this key. */
  EnrolledMac mac(int number, String key) {
    EnrolledMac mac = Fixtures.enrolledMac(stores, number, clock.instant());
    escrow(mac, FakeEncryptionKeys.envelope("one", key));
    return mac;
  }

  void escrow(EnrolledMac mac, byte[] envelope) {
    Host host = stores.hosts().find(mac.host()).orElseThrow();
    NewRecoveryKey said =
        opening
            .open(envelope)
            .of(
                mac.host(),
                host.facts().serialNumber(),
                mac.channel().device(),
                host.enrolledAt().orElseThrow(),
                RecoveryKey.Source.SECURITY_INFO);
    stores.recoveryKeys().add(said, List.of(), clock.instant());
  }

  String current(EnrolledMac mac) {
    return disclosure.ofHost(Fixtures.ADMIN, mac.host()).secret().revealText();
  }

  /** The key that would be shown, unseen. */
  String kept(EnrolledMac mac) {
    RecoveryKey key = history.current(stores.hosts().find(mac.host()).orElseThrow()).orElseThrow();
    return new KeySeals(vault)
        .open(stores.recoveryKeys().sealed(key.id()).orElseThrow())
        .revealText();
  }

  KeyRotation last(HostId host) {
    return history.rotations(stores.hosts().find(host).orElseThrow()).get(0);
  }

  /** What the Mac is handed next. */
  Optional<CommandBody> poll(EnrolledMac mac) {
    return stores
        .commandQueue()
        .exchange(Reports.idle(mac.channel()), clock.instant())
        .map(CommandBody::parse);
  }

  /** The Mac answers what it was handed last, and the slice is told. */
  void answer(EnrolledMac mac, CommandReportEntry report) {
    stores.commandQueue().exchange(report, clock.instant());
    tell();
  }

  static PlistDict rotateResult(String certificate, String key) {
    return PlistDict.of()
        .with("EncryptedNewRecoveryKey", FakeEncryptionKeys.envelope(certificate, key));
  }

  static PlistDict securityInfo(String certificate, String key) {
    return PlistDict.of()
        .with("FDE_Enabled", true)
        .with("FDE_PersonalRecoveryKeyCMS", FakeEncryptionKeys.envelope(certificate, key));
  }

  /** Tells of all that has ended, twice: a listener must bear that. */
  void tell() {
    List<OutboxItem> items =
        stores
            .outbox()
            .lease(Set.of(OutboxTopic.COMMAND_ENDED), 100, clock.instant(), Duration.ofMinutes(1));
    for (OutboxItem item : items) {
      CommandRecord command =
          stores
              .commandHistory()
              .find(new CommandUuid(item.commandUuid().orElseThrow()), item.channel())
              .orElseThrow();
      CommandOutcome outcome =
          new CommandOutcome(
              command, stores.commandHistory().result(command.uuid(), command.channel()));
      outcomes.ended(outcome);
      outcomes.ended(outcome);
    }
    stores.outbox().done(items.stream().map(OutboxItem::id).toList());
  }

  List<Activity> activities(String type) {
    return stores.activities().newest(PageRequest.first(1000)).stream()
        .filter(each -> each.type().equals(type))
        .toList();
  }

  List<Activity> activities() {
    return stores.activities().newest(PageRequest.first(1000));
  }
}
