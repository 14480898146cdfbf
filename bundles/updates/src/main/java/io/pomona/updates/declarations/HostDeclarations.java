package io.pomona.updates.declarations;

import io.pomona.api.enrollment.Host;
import io.pomona.api.updates.DeclarationStanding;
import io.pomona.api.updates.HostDeclarationStore;
import io.pomona.api.updates.KeptReport;
import io.pomona.api.updates.StatusReportStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.declarative.DeclarationItem;
import io.pomona.protocol.declarative.DeclarationItems;
import io.pomona.protocol.declarative.DeclarationStatus;
import io.pomona.protocol.declarative.DeviceStatus;
import io.pomona.protocol.declarative.StatusReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a Mac is to have, beside what it says that it has. */
@Component(service = HostDeclarations.class)
public final class HostDeclarations {
  private final WantedDeclarations wanted;
  private final HostDeclarationStore told;
  private final StatusReportStore reports;

  @Activate
  public HostDeclarations(
      @Reference WantedDeclarations wanted,
      @Reference HostDeclarationStore told,
      @Reference StatusReportStore reports) {
    this.wanted = wanted;
    this.told = told;
    this.reports = reports;
  }

  /**
   * @param upToDate whether the Mac was answered which declarations there are now
   * @param reportedAt empty when it has not reported yet
   */
  public record Overview(
      boolean upToDate,
      Optional<Instant> toldAt,
      Optional<Instant> reportedAt,
      List<Line> declarations) {}

  /**
   * One declaration.
   *
   * @param type empty for one that the Mac has still and that is not wanted any more
   * @param wantedToken empty likewise
   * @param reportedToken empty when the Mac has not reported it
   * @param valid {@code valid}, {@code invalid} or {@code unknown}
   * @param reasons in words
   */
  public record Line(
      String identifier,
      String kind,
      Optional<String> type,
      Optional<String> wantedToken,
      Optional<String> reportedToken,
      boolean active,
      String valid,
      List<Reason> reasons) {}

  /** Apple's code and what it means. */
  public record Reason(String code, String description) {}

  public Overview of(Host host) {
    DeclarationItems items = wanted.of(host);
    DeclarationStanding standing =
        told.standings(List.of(host.id())).getOrDefault(host.id(), DeclarationStanding.NONE);
    Optional<KeptReport> report = report(host);
    boolean current =
        standing.fetched().equals(Optional.of(items.token()))
            || items.isEmpty() && standing.fetched().isEmpty();
    return new Overview(
        current,
        Optional.of(standing.toldAt()).filter(at -> at.isAfter(Instant.EPOCH)),
        report.map(kept -> kept.update().reportedAt()),
        lines(items, report.map(HostDeclarations::status).orElseGet(DeviceStatus::none)));
  }

  public Optional<KeptReport> report(Host host) {
    return host.udid().map(ChannelId::device).flatMap(reports::find);
  }

  public static DeviceStatus status(KeptReport report) {
    return DeviceStatus.read(report.status());
  }

  private static List<Line> lines(DeclarationItems items, DeviceStatus status) {
    Map<String, DeclarationStatus> said = new HashMap<>();
    status.declarations().forEach(one -> said.put(one.identifier(), one));
    List<Line> lines = new ArrayList<>();
    for (DeclarationItem declaration : items.declarations()) {
      lines.add(
          line(
              declaration.identifier(),
              declaration.kind().label(),
              Optional.of(declaration),
              Optional.ofNullable(said.remove(declaration.identifier()))));
    }
    status.declarations().stream()
        .filter(one -> said.containsKey(one.identifier()))
        .forEach(
            one ->
                lines.add(
                    line(
                        one.identifier(), one.kind().label(), Optional.empty(), Optional.of(one))));
    return lines;
  }

  private static Line line(
      String identifier,
      String kind,
      Optional<DeclarationItem> declaration,
      Optional<DeclarationStatus> status) {
    return new Line(
        identifier,
        kind,
        declaration.map(DeclarationItem::type),
        declaration.map(DeclarationItem::serverToken),
        status.map(DeclarationStatus::serverToken).filter(token -> !token.isEmpty()),
        status.map(DeclarationStatus::active).orElse(false),
        status.map(DeclarationStatus::valid).orElse("unknown"),
        status.map(DeclarationStatus::reasons).orElse(List.of()).stream()
            .map(HostDeclarations::reason)
            .toList());
  }

  public static Reason reason(StatusReason reason) {
    return new Reason(reason.code(), reason.words());
  }
}
