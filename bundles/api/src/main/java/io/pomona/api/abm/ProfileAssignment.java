package io.pomona.api.abm;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * The profile that a Mac of ABM should have at Apple against what it has.
 *
 * @param team whose profile it should have
 * @param profileUuid what Apple holds for it; empty for none
 * @param detail why not, for a person; empty text where all is well
 * @param attempts how often it went wrong since it last went well
 * @param triedAt when Apple was last asked
 * @param againAt no further attempt before this
 */
public record ProfileAssignment(
    HostId host,
    String serialNumber,
    String name,
    AbmTokenId token,
    Optional<TeamId> team,
    AssignmentStatus status,
    Optional<String> profileUuid,
    String detail,
    int attempts,
    Optional<Instant> triedAt,
    Optional<Instant> againAt) {}
