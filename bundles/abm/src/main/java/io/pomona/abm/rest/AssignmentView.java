package io.pomona.abm.rest;

import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The assignment of a Mac.
 *
 * @param profileUuid what Apple holds for the Mac
 * @param detail why it does not have what its team wants
 * @param nextTryAt no further attempt before this, unless somebody asks for it
 */
public record AssignmentView(
    long hostId,
    String hardwareSerial,
    String displayName,
    long abmTokenId,
    Optional<Long> teamId,
    Optional<String> teamName,
    String status,
    Optional<String> profileUuid,
    String detail,
    int attempts,
    Optional<Instant> triedAt,
    Optional<Instant> nextTryAt) {
  static AssignmentView of(ProfileAssignment row, Map<TeamId, String> teamNames) {
    return new AssignmentView(
        row.host().value(),
        row.serialNumber(),
        row.name().isEmpty() ? row.serialNumber() : row.name(),
        row.token().value(),
        row.team().map(TeamId::value),
        row.team().map(teamNames::get),
        row.status().label(),
        row.profileUuid(),
        row.detail(),
        row.attempts(),
        row.triedAt(),
        row.againAt());
  }
}
