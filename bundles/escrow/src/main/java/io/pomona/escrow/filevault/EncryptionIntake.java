package io.pomona.escrow.filevault;

import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.escrow.keys.KeyOpening;
import io.pomona.escrow.keys.OpenedEnvelope;
import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.inventory.SecurityInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Macs say of the encryption of their disks, and the recovery keys that they send along.
 * An envelope that was opened before is not opened again; only enrolled Macs are listened to.
 */
@Component
public final class EncryptionIntake implements DeviceListener {
  static final String NO_KEY_SENT =
      "The disk was encrypted before the Mac could send its recovery key here.";
  static final String CANNOT_OPEN = "The recovery key that the Mac sent cannot be used. ";
  static final String NO_RECOVERY_KEY = "The disk is encrypted without a personal recovery key.";

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.escrow");

  private final HostStore hosts;
  private final EncryptionReportStore reports;
  private final RecoveryKeyStore keys;
  private final KeyOpening opening;
  private final Clock clock;

  @Activate
  public EncryptionIntake(
      @Reference HostStore hosts,
      @Reference EncryptionReportStore reports,
      @Reference RecoveryKeyStore keys,
      @Reference KeyOpening opening) {
    this(hosts, reports, keys, opening, Clock.systemUTC());
  }

  EncryptionIntake(
      HostStore hosts,
      EncryptionReportStore reports,
      RecoveryKeyStore keys,
      KeyOpening opening,
      Clock clock) {
    this.hosts = hosts;
    this.reports = reports;
    this.keys = keys;
    this.opening = opening;
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

  @Override
  public void reported(Enrollment enrollment) {
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

  /** Other reports come as well, with a SecurityInfo that was looked at before. */
  private void look(Host host, Instant enrolledAt) {
    HostInventory inventory = hosts.inventory(host.id());
    Optional<Instant> at = inventory.securityInfoAt().filter(it -> !it.isBefore(enrolledAt));
    Optional<EncryptionReport> before = reports.find(host.id());
    boolean isNew =
        at.filter(it -> before.filter(known -> !known.reportedAt().isBefore(it)).isEmpty())
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
    Host host = arrival.host();
    OpenedEnvelope opened = opening.open(envelope);
    NewRecoveryKey key =
        opened.of(
            host.id(),
            host.facts().serialNumber(),
            host.udid().orElse(""),
            arrival.enrolledAt(),
            RecoveryKey.Source.SECURITY_INFO);
    List<ActivityDraft> told = opened.opens() ? List.of(escrowed(host)) : List.of();
    if (keys.add(key, told, clock.instant())) {
      LOG.info(
          "Host {} sent a recovery key{}",
          host.id().value(),
          opened.opens() ? "" : " that cannot be used");
    }
    return opened
        .unreadable()
        .map(why -> arrival.report(EncryptionReport.Key.UNREADABLE, CANNOT_OPEN + why, name))
        .orElseGet(() -> arrival.report(EncryptionReport.Key.OPENS, "", name));
  }

  private static ActivityDraft escrowed(Host host) {
    return ActivityDraft.of(Actor.system(), "escrowed_disk_encryption_key")
        .with("host_id", host.id().value())
        .with("host_serial", host.facts().serialNumber())
        .with("host_display_name", host.displayName());
  }
}
