package io.pomona.protocol.inventory;

import io.pomona.protocol.plist.PlistDict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a Mac is with an update.
 *
 * @param values an element of the answer to OSUpdateStatus
 */
public record OsUpdateStatus(PlistDict values) {
  public static final String KEY = "OSUpdateStatus";

  /**
   * @param report the whole report of the Mac
   */
  public static List<OsUpdateStatus> read(PlistDict report) {
    return report.dicts(KEY).stream().map(OsUpdateStatus::new).toList();
  }

  /** Empty text where the Mac named none. */
  public String productKey() {
    return values.string("ProductKey").orElse("");
  }

  /** {@code Idle}, {@code Downloading}, {@code Installing} or what went wrong. */
  public String status() {
    return values.string("Status").orElse("");
  }

  public boolean isDownloaded() {
    return values.bool("IsDownloaded").orElse(false);
  }

  /** From 0 to 100, whatever the Mac said. */
  public int downloadPercent() {
    double part = values.real("DownloadPercentComplete").orElse(0.0);
    return (int) Math.round(100 * Math.max(0, Math.min(1, part)));
  }

  public Optional<Long> maxDeferrals() {
    return values.integer("MaxDeferrals");
  }

  public Optional<Long> deferralsRemaining() {
    return values.integer("DeferralsRemaining");
  }

  public Optional<Instant> nextScheduledInstall() {
    return values.date("NextScheduledInstall");
  }
}
