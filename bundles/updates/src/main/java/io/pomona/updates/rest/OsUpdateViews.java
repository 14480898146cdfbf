package io.pomona.updates.rest;

import io.pomona.api.updates.OsUpdateOrder;
import io.pomona.api.updates.OsUpdateReport;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.protocol.inventory.AvailableOsUpdate;
import io.pomona.protocol.inventory.OsUpdateStatus;
import io.pomona.protocol.inventory.UpdateResult;
import io.pomona.updates.schedule.OsUpdateProgress;
import io.pomona.updates.schedule.OsUpdateWish;
import io.pomona.updates.schedule.OsUpdateWords;
import io.pomona.updates.schedule.OsUpdates.Known;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The forms of one Mac's updates in the admin API. */
public final class OsUpdateViews {
  private OsUpdateViews() {}

  /** Whether to look even if the Mac has looked a moment ago. */
  public record ScanRequest(Boolean force) {
    Optional<Boolean> forced() {
      return Optional.ofNullable(force);
    }
  }

  /** What is to be installed and how. */
  public record ScheduleRequest(
      String version,
      String productKey,
      String installAction,
      Integer maxUserDeferrals,
      String priority) {

    /** Of no request at all nothing is wished, which the rules then refuse. */
    static OsUpdateWish wish(ScheduleRequest request) {
      Optional<ScheduleRequest> given = Optional.ofNullable(request);
      return new OsUpdateWish(
          given.map(ScheduleRequest::version),
          given.map(ScheduleRequest::productKey),
          given.map(ScheduleRequest::installAction),
          given.map(ScheduleRequest::maxUserDeferrals),
          given.map(ScheduleRequest::priority));
    }
  }

  /** The command that was queued. */
  public record SentAnswer(String commandUuid, List<String> warnings) {}

  /** An update that the Mac could install. */
  public record AvailableView(
      String productKey,
      Optional<String> version,
      Optional<String> build,
      Optional<String> name,
      Optional<Long> size,
      boolean major,
      boolean restartRequired,
      boolean deferrable,
      boolean critical,
      boolean bootstrapTokenRequired) {
    static AvailableView of(AvailableOsUpdate update) {
      return new AvailableView(
          update.productKey(),
          update.version(),
          update.build(),
          update.name(),
          update.downloadSize(),
          update.isMajor(),
          update.isRestartRequired(),
          update.isDeferrable(),
          update.isCritical(),
          update.needsBootstrapToken());
    }
  }

  /** What the Mac answered of one product. */
  public record ResultView(String productKey, String installAction, String status, String detail) {
    static ResultView of(UpdateResult result) {
      return new ResultView(
          result.productKey(), result.installAction(), result.status(), OsUpdateWords.of(result));
    }
  }

  /** How far the Mac is with one product. */
  public record ProgressView(
      String productKey,
      String status,
      String detail,
      boolean downloaded,
      int downloadPercent,
      Optional<Long> maxDeferrals,
      Optional<Long> deferralsRemaining,
      Optional<Instant> nextInstallAt) {
    static ProgressView of(OsUpdateStatus status) {
      return new ProgressView(
          status.productKey(),
          status.status(),
          OsUpdateWords.of(status.status()),
          status.isDownloaded(),
          status.downloadPercent(),
          status.maxDeferrals(),
          status.deferralsRemaining(),
          status.nextScheduledInstall());
    }
  }

  /** The update scheduled last. */
  public record ScheduledView(
      String commandUuid,
      Optional<String> version,
      Optional<String> productKey,
      String installAction,
      Optional<Integer> maxUserDeferrals,
      Optional<String> priority,
      String scheduledBy,
      Instant scheduledAt,
      String state,
      String detail,
      List<ResultView> results) {
    static ScheduledView of(OsUpdateOrder order, Known known) {
      OsUpdateStanding standing = known.standing();
      OsUpdateProgress progress = OsUpdateProgress.of(known.host(), standing);
      return new ScheduledView(
          order.command().value(),
          OsUpdateProgress.version(standing),
          order.item().productKey(),
          order.item().installAction().label(),
          order.item().maxUserDeferrals(),
          order.item().priority(),
          order.orderedBy(),
          order.orderedAt(),
          progress.state(),
          progress.detail(),
          standing.results().map(OsUpdateReport::answer).map(UpdateResult::read).stream()
              .flatMap(List::stream)
              .map(ResultView::of)
              .toList());
    }
  }

  /** All that is known. */
  public record OsUpdatesAnswer(
      long hostId,
      String osVersion,
      Optional<Instant> availableAt,
      List<AvailableView> available,
      Optional<ScheduledView> scheduled,
      Optional<Instant> progressAt,
      List<ProgressView> progress) {
    static OsUpdatesAnswer of(Known known) {
      OsUpdateStanding standing = known.standing();
      return new OsUpdatesAnswer(
          known.host().id().value(),
          known.host().facts().osVersion(),
          standing.available().map(OsUpdateReport::at),
          OsUpdateProgress.available(standing).stream().map(AvailableView::of).toList(),
          standing.order().map(order -> ScheduledView.of(order, known)),
          standing.progress().map(OsUpdateReport::at),
          OsUpdateProgress.since(standing).stream().map(ProgressView::of).toList());
    }
  }
}
