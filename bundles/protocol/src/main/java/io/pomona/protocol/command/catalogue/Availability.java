package io.pomona.protocol.command.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a command, one of its keys or one of the values of a key may be used. A key and a value are
 * never to be had where that which they belong to is not.
 *
 * @param since the first macOS; empty for a key or value that is as old as what it belongs to
 * @param deprecated the macOS since which Apple advises against it
 * @param right what the enrollment profile must grant
 * @param supervised whether the Mac must be supervised
 * @param automatedEnrollment whether the Mac must have been enrolled through Apple Business Manager
 * @param deviceChannel whether it may be sent to the Mac itself
 * @param userChannel whether it may be sent to one of its users
 */
public record Availability(
    Optional<OsVersion> since,
    Optional<OsVersion> deprecated,
    Optional<AccessRight> right,
    boolean supervised,
    boolean automatedEnrollment,
    boolean deviceChannel,
    boolean userChannel) {

  public Availability {
    Objects.requireNonNull(since);
    Objects.requireNonNull(deprecated);
    Objects.requireNonNull(right);
  }

  /** Whether some Mac may not have it, or should no longer be sent it. */
  boolean isLimited() {
    return since.isPresent() || deprecated.isPresent() || needsManagement();
  }

  /** Whether the version of macOS alone does not decide. */
  public boolean needsManagement() {
    return supervised || automatedEnrollment;
  }

  /** Why this Mac cannot take it, in half sentences; empty when nothing speaks against it. */
  public List<String> unmet(CommandTarget target) {
    List<String> reasons = new ArrayList<>();
    since
        .filter(first -> target.macOs().filter(has -> has.compareTo(first) < 0).isPresent())
        .ifPresent(
            first -> reasons.add("needs macOS " + first + ", found " + target.macOs().get()));
    if (supervised && target.supervised().filter(is -> !is).isPresent()) {
      reasons.add("needs a supervised Mac");
    }
    if (automatedEnrollment && target.automatedEnrollment().filter(is -> !is).isPresent()) {
      reasons.add("needs a Mac that was enrolled through Apple Business Manager");
    }
    return reasons;
  }

  /** Whether Apple advises against it on this Mac, or may: an unknown macOS counts as new. */
  boolean isDeprecatedOn(CommandTarget target) {
    return deprecated
        .filter(from -> target.macOs().map(has -> has.compareTo(from) >= 0).orElse(true))
        .isPresent();
  }
}
