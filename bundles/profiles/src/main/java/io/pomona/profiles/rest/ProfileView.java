package io.pomona.profiles.rest;

import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.Profile;
import java.time.Instant;
import java.util.Optional;

/**
 * A profile in the reference's form.
 *
 * @param origin {@code console}, or {@code file} when an applied file lists it
 * @param checksum SHA-256 of the uploaded bytes in lower-case hexadecimal
 */
public record ProfileView(
    long profileId,
    String profileUuid,
    Optional<Long> teamId,
    String name,
    String identifier,
    String platform,
    String checksum,
    String origin,
    Instant createdAt,
    Instant updatedAt) {
  static ProfileView of(Profile profile) {
    return new ProfileView(
        profile.id().value(),
        profile.uuid(),
        profile.team().map(TeamId::value),
        profile.name(),
        profile.identifier(),
        "darwin",
        profile.contentSha256(),
        profile.origin().label(),
        profile.createdAt(),
        profile.updatedAt());
  }
}
