package io.pomona.updates.schedule;

import io.pomona.api.enrollment.Host;
import io.pomona.api.updates.OsUpdateOrder;
import io.pomona.api.updates.OsUpdateReport;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.inventory.AvailableOsUpdate;
import io.pomona.protocol.inventory.OsUpdateStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the update is that a Mac was told to install.
 *
 * @param state {@code none}, {@code pending}, {@code scheduled}, {@code installed}, {@code failed},
 *     or the last word of the Mac in lower case
 * @param detail in a sentence
 */
public record OsUpdateProgress(String state, String detail) {

  public static OsUpdateProgress of(Host host, OsUpdateStanding standing) {
    if (standing.order().isEmpty()) {
      return new OsUpdateProgress("none", "No update is scheduled.");
    }
    if (isInstalled(host, standing)) {
      return new OsUpdateProgress(
          "installed", "The Mac runs macOS " + host.facts().osVersion() + ".");
    }
    if (!standing.failure().isEmpty()) {
      return new OsUpdateProgress("failed", standing.failure());
    }
    Optional<OsUpdateStatus> last = last(standing);
    if (last.isPresent()) {
      String status = last.get().status();
      return new OsUpdateProgress(status.toLowerCase(Locale.ROOT), OsUpdateWords.of(status));
    }
    return standing.askAt().isEmpty() && standing.results().isEmpty()
        ? new OsUpdateProgress("pending", "The Mac has not answered yet.")
        : new OsUpdateProgress("scheduled", "The Mac will install it.");
  }

  /** What it said of that update since it was ordered. */
  private static Optional<OsUpdateStatus> last(OsUpdateStanding standing) {
    List<OsUpdateStatus> known = since(standing);
    Optional<String> product = product(standing).map(AvailableOsUpdate::productKey);
    return known.stream()
        .filter(each -> !each.status().isEmpty())
        .filter(each -> product.isEmpty() || product.get().equals(each.productKey()))
        .findFirst();
  }

  /** All that the Mac said since the order, whatever product it is about. */
  public static List<OsUpdateStatus> since(OsUpdateStanding standing) {
    return standing
        .progress()
        .filter(
            report ->
                standing.order().filter(each -> each.orderedAt().isAfter(report.at())).isEmpty())
        .map(report -> OsUpdateStatus.read(report.answer()))
        .orElse(List.of());
  }

  /** Whether the Mac runs what was ordered, or something newer. */
  static boolean isInstalled(Host host, OsUpdateStanding standing) {
    Optional<OsVersion> wanted = version(standing).flatMap(OsVersion::parse);
    Optional<OsVersion> has = OsVersion.parse(host.facts().osVersion());
    return wanted.isPresent() && has.isPresent() && has.get().compareTo(wanted.get()) >= 0;
  }

  /** Of the order: as it names it, else as the Mac said of the product. */
  public static Optional<String> version(OsUpdateStanding standing) {
    return standing
        .order()
        .map(OsUpdateOrder::item)
        .flatMap(
            item ->
                item.productVersion()
                    .or(() -> product(standing).flatMap(AvailableOsUpdate::version)));
  }

  private static Optional<AvailableOsUpdate> product(OsUpdateStanding standing) {
    return standing.order().map(OsUpdateOrder::item).stream()
        .flatMap(
            item ->
                available(standing).stream()
                    .filter(
                        each ->
                            item.productKey().filter(each.productKey()::equals).isPresent()
                                || item.productVersion().isPresent()
                                    && item.productVersion().equals(each.version())))
        .findFirst();
  }

  public static List<AvailableOsUpdate> available(OsUpdateStanding standing) {
    return standing
        .available()
        .map(OsUpdateReport::answer)
        .map(AvailableOsUpdate::read)
        .orElse(List.of());
  }
}
