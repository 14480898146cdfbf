package io.pomona.updates.declarations;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.updates.KeptReport;
import io.pomona.api.updates.StatusReportStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.declarative.DeclarationItems;
import io.pomona.protocol.declarative.DeviceStatus;
import io.pomona.protocol.declarative.MalformedStatusException;
import io.pomona.protocol.declarative.StatusReport;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes status reports: lays each over what is kept, and believes the macOS that it names. */
@Component(service = StatusIntake.class)
public final class StatusIntake {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");
  private static final String VERSION = "device.operating-system.version";
  private static final String BUILD = "device.operating-system.build-version";

  private final StatusReportStore reports;
  private final HostStore hosts;
  private final Clock clock;

  @Activate
  public StatusIntake(@Reference StatusReportStore reports, @Reference HostStore hosts) {
    this(reports, hosts, Clock.systemUTC());
  }

  StatusIntake(StatusReportStore reports, HostStore hosts, Clock clock) {
    this.reports = reports;
    this.hosts = hosts;
    this.clock = clock;
  }

  void take(ChannelId channel, Host host, DeclarationItems items, byte[] json) {
    StatusReport report = read(json);
    Instant now = clock.instant();
    reports.report(channel, former -> merged(former, report, items, now), now);
    if (!channel.isUser()) {
      report.text(VERSION).ifPresent(version -> runs(channel, host, version, report, now));
    }
  }

  private static StatusReport read(byte[] json) {
    try {
      return StatusReport.read(json);
    } catch (MalformedStatusException e) {
      throw MdmException.malformed("updates.malformed_status", e.getMessage()).causedBy(e);
    }
  }

  private static KeptReport merged(
      Optional<KeptReport> former, StatusReport report, DeclarationItems items, Instant now) {
    DeviceStatus status =
        former
            .map(kept -> DeviceStatus.read(kept.status()))
            .orElseGet(DeviceStatus::none)
            .with(report, identifier -> items.find(identifier).isPresent());
    return new KeptReport(status.toJson(), UpdateWords.of(status, items, now));
  }

  /** A Mac says so right after an update, and the daily questions come much later. */
  private void runs(
      ChannelId channel, Host host, String version, StatusReport report, Instant now) {
    if (OsVersion.parse(version).isPresent() && !version.equals(host.facts().osVersion())) {
      LOG.info("Host {} runs macOS {} now", host.id().value(), version);
      MacFacts facts = new MacFacts("", "", "", "", version, report.text(BUILD).orElse(""));
      hosts.report(
          channel, Optional.of(facts), new HostInventory(Optional.empty(), Optional.empty()), now);
    }
  }
}
