package io.pomona.api.organization;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One entry of the activity feed. The actor's name and e-mail are as they were then. */
public record Activity(
    long id,
    Instant createdAt,
    Optional<UserId> actor,
    String actorName,
    String actorEmail,
    String type,
    Map<String, Object> details) {
  /** Whose it is: of its team, and of the one that hosts have left by it. */
  public Set<TeamId> teams() {
    return Stream.of("team_id", "previous_team_id")
        .map(details::get)
        .flatMap(value -> value instanceof Long id ? Stream.of(new TeamId(id)) : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
