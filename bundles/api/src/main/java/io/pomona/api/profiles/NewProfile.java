package io.pomona.api.profiles;

import io.pomona.api.organization.TeamId;
import java.util.Optional;

/**
 * @param content exactly as uploaded, signed or not
 */
public record NewProfile(
    Optional<TeamId> team, String identifier, String name, String payloadUuid, byte[] content) {}
