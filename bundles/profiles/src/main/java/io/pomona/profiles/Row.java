package io.pomona.profiles;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The steps of a profile on a Mac. The command of a row is the one that it waits for: while it is
 * pending the one that installs or removes it, afterwards the ProfileList that shall show it.
 * Pending without a command means to be sent, verifying without one to be looked for.
 */
final class Row {
  static final int MOST_RETRIES = 1;

  private Row() {}

  static HostProfile verifying(HostProfile row, Instant acknowledgedAt) {
    return change(row, ProfileStatus.VERIFYING, "", row.retries(), acknowledgedAt);
  }

  static HostProfile verified(HostProfile row, Instant seenAt) {
    return change(row, ProfileStatus.VERIFIED, "", row.retries(), seenAt);
  }

  /** To be sent again without counting it: nothing has failed. */
  static HostProfile unsent(HostProfile row, Instant at) {
    return change(row, ProfileStatus.PENDING, row.detail(), row.retries(), at);
  }

  /** To be sent again once; failed the second time. */
  static HostProfile refused(HostProfile row, String reason, Instant at) {
    return row.retries() < MOST_RETRIES
        ? change(row, ProfileStatus.PENDING, reason, row.retries() + 1, at)
        : change(row, ProfileStatus.FAILED, reason, row.retries(), at);
  }

  /** Not waiting for its ProfileList any more; nothing else changes. */
  static HostProfile unlisted(HostProfile row) {
    return awaiting(row, Optional.empty());
  }

  static HostProfile listedBy(HostProfile row, CommandUuid list) {
    return awaiting(row, Optional.of(list));
  }

  /** To be removed, once it is time for it. */
  static HostProfile leaving(HostProfile row) {
    return new HostProfile(
        row.host(),
        row.contributor(),
        row.identifier(),
        row.name(),
        row.payloadUuid(),
        row.contentSha256(),
        ProfileOperation.REMOVE,
        ProfileStatus.PENDING,
        Optional.empty(),
        "",
        0,
        row.updatedAt());
  }

  static HostProfile removal(HostProfile row, CommandUuid command, int retries, Instant now) {
    return new HostProfile(
        row.host(),
        row.contributor(),
        row.identifier(),
        row.name(),
        row.payloadUuid(),
        row.contentSha256(),
        ProfileOperation.REMOVE,
        ProfileStatus.PENDING,
        Optional.of(command),
        retries == 0 ? "" : row.detail(),
        retries,
        now);
  }

  static HostProfile contributedBy(HostProfile row, String contributor) {
    return new HostProfile(
        row.host(),
        contributor,
        row.identifier(),
        row.name(),
        row.payloadUuid(),
        row.contentSha256(),
        row.operation(),
        row.status(),
        row.command(),
        row.detail(),
        row.retries(),
        row.updatedAt());
  }

  private static HostProfile change(
      HostProfile row, ProfileStatus status, String detail, int retries, Instant at) {
    return new HostProfile(
        row.host(),
        row.contributor(),
        row.identifier(),
        row.name(),
        row.payloadUuid(),
        row.contentSha256(),
        row.operation(),
        status,
        Optional.empty(),
        detail,
        retries,
        at);
  }

  private static HostProfile awaiting(HostProfile row, Optional<CommandUuid> command) {
    return new HostProfile(
        row.host(),
        row.contributor(),
        row.identifier(),
        row.name(),
        row.payloadUuid(),
        row.contentSha256(),
        row.operation(),
        row.status(),
        command,
        row.detail(),
        row.retries(),
        row.updatedAt());
  }
}
