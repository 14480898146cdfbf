package io.pomona.profiles;

import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What follows from a Mac's list of profiles for one row. */
final class ListVerdict {
  /** So long a Mac may take to show what it has acknowledged, or lose sight of it for once. */
  static final Duration GRACE = Duration.ofHours(1);

  private static final String NEVER_SEEN =
      "The Mac acknowledged the profile, but it does not list it.";
  private static final String GONE = "The profile was verified, but is no longer on the Mac.";

  private final CommandRecord list;
  private final ProfileListReport report;
  private final CommandHistoryStore history;

  ListVerdict(CommandRecord list, ProfileListReport report, CommandHistoryStore history) {
    this.list = list;
    this.report = report;
    this.history = history;
  }

  /** The row as it is now, empty when it is to be removed. */
  Optional<HostProfile> of(HostProfile row) {
    HostProfile heard = row.command().equals(Optional.of(list.uuid())) ? Row.unlisted(row) : row;
    if (row.operation() == ProfileOperation.REMOVE) {
      boolean gone = !report.has(row.identifier()) && listedAfter(row);
      return gone ? Optional.empty() : Optional.of(row);
    }
    return Optional.of(
        switch (row.status()) {
          case PENDING -> report.shows(row) && isDelivered(row) ? seen(row) : row;
          case VERIFYING -> acknowledged(row, heard, NEVER_SEEN);
          case VERIFIED -> acknowledged(row, heard, GONE);
          case FAILED -> isMissed(row) && listedAfter(row) && report.shows(row) ? seen(row) : row;
        });
  }

  // A Mac may take longer to show a profile than we have waited; what it refused it may show too.
  private static boolean isMissed(HostProfile row) {
    return row.detail().equals(NEVER_SEEN) || row.detail().equals(GONE);
  }

  private HostProfile acknowledged(HostProfile row, HostProfile heard, String reason) {
    if (!listedAfter(row)) {
      return heard;
    }
    if (report.shows(row)) {
      return seen(row);
    }
    boolean patient = list.updatedAt().isBefore(row.updatedAt().plus(GRACE));
    return patient ? heard : Row.refused(row, reason, list.updatedAt());
  }

  private boolean listedAfter(HostProfile row) {
    return !list.updatedAt().isBefore(row.updatedAt());
  }

  private HostProfile seen(HostProfile row) {
    Instant at = listedAfter(row) ? list.updatedAt() : row.updatedAt();
    return Row.verified(row, at);
  }

  // What was never handed out was not executed: then the Mac lists an older profile under this
  // UUID. What was handed out may have been, and its answer lost; NotNow comes to the repetition.
  private boolean isDelivered(HostProfile row) {
    boolean unknown = row.detail().isEmpty();
    return row.command()
        .flatMap(uuid -> history.find(uuid, list.channel()))
        .map(
            record ->
                switch (record.state()) {
                  case ACKNOWLEDGED -> !record.updatedAt().isAfter(list.updatedAt());
                  case SENT, NOT_NOW -> unknown && !record.updatedAt().isAfter(list.updatedAt());
                  case CANCELLED, EXPIRED -> unknown;
                  case QUEUED, ERROR, FORMAT_ERROR -> false;
                })
        .orElse(unknown);
  }
}
