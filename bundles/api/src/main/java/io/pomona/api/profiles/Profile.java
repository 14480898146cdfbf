package io.pomona.api.profiles;

import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * A profile that an admin uploaded, without its bytes.
 *
 * @param uuid our name for it in the API
 * @param identifier the top-level PayloadIdentifier, unique per team
 * @param name the top-level PayloadDisplayName, unique per team
 * @param payloadUuid the top-level PayloadUUID, by which a Mac's report is recognized
 * @param contentSha256 of the bytes as uploaded
 * @param createdAt when its identifier first came to the team
 */
public record Profile(
    ProfileId id,
    String uuid,
    Optional<TeamId> team,
    String identifier,
    String name,
    String payloadUuid,
    String contentSha256,
    ProfileOrigin origin,
    Instant createdAt,
    Instant updatedAt) {}
