package io.pomona.api.enrollment;

import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * A Mac.
 *
 * @param udid empty until it has enrolled once
 * @param detailsUpdatedAt when DeviceInformation was last answered
 * @param refetchRequested whether an answer is awaited
 */
public record Host(
    HostId id,
    Optional<String> udid,
    MacFacts facts,
    Optional<TeamId> team,
    MdmStatus mdm,
    Instant createdAt,
    Optional<Instant> enrolledAt,
    Optional<Instant> lastSeenAt,
    Optional<Instant> detailsUpdatedAt,
    boolean refetchRequested) {
  /** The name, else the serial number, else the UDID. */
  public String displayName() {
    if (!facts.name().isEmpty()) {
      return facts.name();
    }
    return facts.serialNumber().isEmpty() ? udid.orElse("") : facts.serialNumber();
  }
}
