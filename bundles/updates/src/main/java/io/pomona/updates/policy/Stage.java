package io.pomona.updates.policy;

import io.pomona.api.updates.HostUpdate.State;
import io.pomona.api.updates.HostUpdate.Way;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.protocol.command.catalogue.OsVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a Mac of some version is with regard to what is required, as far as the version says; the
 * same for all Macs of that version and team whose MDM is on.
 */
public record Stage(State state, Optional<OsVersion> version) {
  /** The first that knows any way. */
  private static final OsVersion OLDEST = new OsVersion(List.of(12));

  /** The first that knows declarations. */
  private static final OsVersion DECLARATIVE = new OsVersion(List.of(14));

  public static Stage of(UpdatePolicy policy, String osVersion, Instant now) {
    Optional<OsVersion> version = OsVersion.parse(osVersion);
    return new Stage(version.map(runs -> state(policy, runs, now)).orElse(State.UNKNOWN), version);
  }

  private static State state(UpdatePolicy policy, OsVersion runs, Instant now) {
    if (OsVersion.parse(policy.minimumVersion()).filter(it -> runs.compareTo(it) < 0).isEmpty()) {
      return State.UP_TO_DATE;
    }
    if (runs.compareTo(OLDEST) < 0) {
      return State.UNSUPPORTED;
    }
    return now.isBefore(policy.instant()) ? State.PENDING : State.OVERDUE;
  }

  /** Whether an update is to come about by any way that there is. */
  public boolean isToUpdate() {
    return state == State.PENDING || state == State.OVERDUE;
  }

  /** Who is told by a declaration may report that it failed. */
  boolean mayBe(State asked) {
    return asked == State.FAILED ? way() == Way.DECLARATION : state == asked;
  }

  /** By which one; whether Nudge is at hand is another question. */
  public Way way() {
    if (!isToUpdate()) {
      return Way.NONE;
    }
    return version.filter(runs -> runs.compareTo(DECLARATIVE) >= 0).isPresent()
        ? Way.DECLARATION
        : Way.NUDGE;
  }
}
