package io.pomona.testkit.memory;

import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AssignmentStatus;
import io.pomona.api.abm.SetupAssistant;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.AssignmentResult;
import io.pomona.testkit.memory.AbmTables.DeviceRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What Macs should have at Apple, and how it went. */
final class AssignmentTables {
  final Map<Optional<TeamId>, SetupAssistant> assistants = new HashMap<>();
  final Map<Optional<TeamId>, String> paths = new HashMap<>();
  final Map<Optional<TeamId>, String> wanted = new HashMap<>();
  final Map<Key, Definition> definitions = new HashMap<>();
  final Map<String, Try> tries = new HashMap<>();
  final Map<AbmTokenId, Turn> turns = new HashMap<>();

  record Key(AbmTokenId token, String hash) {}

  record Definition(Optional<String> profileUuid, String refusal, Instant againAt) {
    static final Definition NONE = new Definition(Optional.empty(), "", Instant.EPOCH);
  }

  /**
   * @param result empty when it was never tried
   */
  record Try(
      Optional<AssignmentResult> result,
      String profileUuid,
      String detail,
      int attempts,
      Optional<Instant> at,
      Instant againAt,
      boolean asked) {
    static final Try NONE =
        new Try(Optional.empty(), "", "", 0, Optional.empty(), Instant.EPOCH, false);

    Try again() {
      return new Try(result, profileUuid, detail, attempts, at, Instant.EPOCH, true);
    }

    /** Whether Apple has just said that it has this one. */
    boolean hasJustGot(Optional<String> wanted, DeviceRow device) {
      return result.equals(Optional.of(AssignmentResult.SUCCESS))
          && wanted.equals(Optional.of(profileUuid))
          && at.filter(then -> !then.plusSeconds(60).isBefore(device.seenAt))
              .filter(then -> device.said.assignedAt().filter(then::isBefore).isEmpty())
              .isPresent();
    }

    AssignmentStatus status() {
      return result
          .filter(said -> said != AssignmentResult.SUCCESS)
          .map(said -> AssignmentStatus.valueOf(said.name()))
          .orElse(AssignmentStatus.PENDING);
    }
  }

  record Turn(String holder, Instant leasedUntil, Instant againAt) {}

  void deleteTeam(TeamId team) {
    assistants.remove(Optional.of(team));
    paths.remove(Optional.of(team));
    wanted.remove(Optional.of(team));
  }

  void deleteToken(AbmTokenId token) {
    definitions.keySet().removeIf(key -> key.token().equals(token));
    turns.remove(token);
  }

  Definition definition(AbmTokenId token, String hash) {
    return definitions.getOrDefault(new Key(token, hash), Definition.NONE);
  }

  Try tried(String serial) {
    return tries.getOrDefault(serial, Try.NONE);
  }
}
