package io.pomona.api.enrollment;

import java.time.Instant;
import java.util.Optional;

/**
 * What opens the page of one Mac for its user. The token itself is kept nowhere.
 *
 * @param madeBy the name of who made it
 * @param endsAt from when on it opens nothing
 * @param usedAt when it was last opened, to the minute
 */
public record DeviceLink(
    HostId host,
    Origin origin,
    String madeBy,
    Instant madeAt,
    Instant endsAt,
    Optional<Instant> usedAt) {
  /** How the link gets to the person. */
  public enum Origin {
    /** An admin gives it away; there is one for each Mac. */
    ADMIN,
    /** A profile brings it to an enrolled Mac; the one before stays until it ends. */
    PROFILE
  }
}
