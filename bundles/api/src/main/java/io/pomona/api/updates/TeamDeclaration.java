package io.pomona.api.updates;

import io.pomona.api.organization.TeamId;
import io.pomona.protocol.declarative.Declaration;
import java.time.Instant;
import java.util.Optional;

/**
 * A declaration that the Macs of a team are to have.
 *
 * @param team empty for Macs of no team
 * @param revision another one after each change, and one that no other declaration ever had
 */
public record TeamDeclaration(
    DeclarationId id,
    Optional<TeamId> team,
    Declaration declaration,
    Instant createdAt,
    Instant updatedAt,
    long revision) {}
