package io.pomona.escrow.filevault;

import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.api.escrow.ReceivedEnvelope;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.escrow.keys.KeyIntake;
import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.inventory.SecurityInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes what Macs say of the encryption of their disks, and the recovery keys that they send along.
 * An envelope that was opened before is not opened again.
 */
@Component
public final class EncryptionIntake implements DeviceListener {
  static final String NO_KEY_SENT =
      "The disk was encrypted before the Mac could send its recovery key here.";
  static final String CANNOT_OPEN = "The recovery key that the Mac sent cannot be used. ";
  static final String NO_RECOVERY_KEY = "The disk is encrypted without a personal recovery key.";

  private final HostStore hosts;
  private final EncryptionReportStore reports;
  private final KeyIntake keys;
  private final Clock clock;

  @Activate
  public EncryptionIntake(
      @Reference HostStore hosts,
      @Reference EncryptionReportStore reports,
      @Reference KeyIntake keys) {
    this(hosts, reports, keys, Clock.systemUTC());
  }

  EncryptionIntake(HostStore hosts, EncryptionReportStore reports, KeyIntake keys, Clock clock) {
    this.hosts = hosts;
    this.reports = reports;
    this.keys = keys;
    this.clock = clock;
  }

  /** What a Mac does in Setup Assistant counts until it says otherwise. */
  @Override
  public void enrolled(Enrollment enrollment) {
    if (isOfMac(enrollment) && enrollment.automatic() && enrollment.awaitingConfiguration()) {
      reports.beginSetup(enrollment.host(), clock.instant());
    }
  }

  @Override
  public void tokenUpdated(Enrollment enrollment) {
    enrolled(enrollment);
  }

  /** A key counts whatever the Mac is now; what it says of its disk, while it is enrolled. */
  @Override
  public void reported(Enrollment enrollment) {
    keys.takeWaiting(enrollment.host());
    if (isOfMac(enrollment)) {
      hosts
          .find(enrollment.host())
          .filter(host -> host.mdm().isOn())
          .ifPresent(host -> host.enrolledAt().ifPresent(since -> look(host, since)));
    }
  }

  private static boolean isOfMac(Enrollment enrollment) {
    return !enrollment.channel().isUser() && enrollment.enabled();
  }

  /**
   * Other reports come as well, with a SecurityInfo that was looked at before. An earlier time is
   * as good as a later one: another node answered, whose clock is behind.
   */
  private void look(Host host, Instant enrolledAt) {
    HostInventory inventory = hosts.inventory(host.id());
    Optional<Instant> at = inventory.securityInfoAt().filter(it -> !it.isBefore(enrolledAt));
    Optional<EncryptionReport> before = reports.find(host.id());
    boolean isNew =
        at.filter(it -> before.filter(known -> known.reportedAt().equals(it)).isEmpty())
            .isPresent();
    if (isNew) {
      SecurityInfo said = new SecurityInfo(inventory.securityInfo().orElseThrow());
      take(new Arrival(host, enrolledAt, at.get(), said), before);
    }
  }

  /** What one Mac has just said. */
  private record Arrival(Host host, Instant enrolledAt, Instant at, SecurityInfo said) {
    EncryptionReport report(EncryptionReport.Key key, String reason, Optional<String> envelope) {
      return new EncryptionReport(
          host.id(),
          enrolledAt,
          at,
          said.fileVaultEnabled(),
          said.hasPersonalRecoveryKey().orElse(false),
          key,
          reason,
          envelope);
    }

    ReceivedEnvelope sent(byte[] envelope) {
      return new ReceivedEnvelope(
          host.id(), host.facts().serialNumber(), host.udid().orElse(""), enrolledAt, at, envelope);
    }
  }

  private void take(Arrival arrival, Optional<EncryptionReport> before) {
    EncryptionReport report =
        arrival
            .said()
            .personalRecoveryKeyCms()
            .map(envelope -> known(arrival, before, envelope))
            .orElseGet(() -> withoutKey(arrival));
    reports.save(report, clock.instant());
  }

  private static EncryptionReport withoutKey(Arrival arrival) {
    boolean none = arrival.said().hasPersonalRecoveryKey().filter(has -> !has).isPresent();
    return arrival.report(
        EncryptionReport.Key.NONE, none ? NO_RECOVERY_KEY : NO_KEY_SENT, Optional.empty());
  }

  private EncryptionReport known(
      Arrival arrival, Optional<EncryptionReport> before, byte[] envelope) {
    Optional<String> name = Optional.of(Sha256.hex(envelope));
    return before
        .filter(report -> report.envelopeSha256().equals(name))
        .map(same -> arrival.report(same.key(), same.reason(), name))
        .orElseGet(() -> opened(arrival, envelope, name));
  }

  /** The key is kept before it is said that it is there; doing it again keeps it once. */
  private EncryptionReport opened(Arrival arrival, byte[] envelope, Optional<String> name) {
    return keys.keep(arrival.sent(envelope), RecoveryKey.Source.SECURITY_INFO)
        .unreadable()
        .map(why -> arrival.report(EncryptionReport.Key.UNREADABLE, CANNOT_OPEN + why, name))
        .orElseGet(() -> arrival.report(EncryptionReport.Key.OPENS, "", name));
  }
}
