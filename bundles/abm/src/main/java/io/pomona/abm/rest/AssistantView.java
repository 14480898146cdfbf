package io.pomona.abm.rest;

import io.pomona.api.abm.SetupAssistant;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.SetupProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Setup Assistant profile in the reference's form.
 *
 * @param warnings what is allowed in it and probably not meant
 */
public record AssistantView(
    Optional<Long> teamId,
    String name,
    Instant uploadedAt,
    Map<String, Object> enrollmentProfile,
    List<String> warnings) {
  static AssistantView of(Optional<TeamId> team, SetupAssistant assistant, SetupProfile profile) {
    return new AssistantView(
        team.map(TeamId::value),
        assistant.name(),
        assistant.uploadedAt(),
        profile.fields(),
        profile.warnings());
  }
}
