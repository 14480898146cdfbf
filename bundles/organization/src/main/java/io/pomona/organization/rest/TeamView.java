package io.pomona.organization.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.pomona.api.organization.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A team in the reference's form.
 *
 * @param users always empty: old clients want the key, and {@code GET /users} has the people
 * @param settings the keys of its settings, beside the others
 */
public record TeamView(
    long id,
    String name,
    String description,
    Instant createdAt,
    long hostCount,
    long userCount,
    List<String> users,
    @JsonAnyGetter Map<String, Object> settings) {
  static TeamView of(Team team, Map<String, Object> settings) {
    return new TeamView(
        team.id().value(),
        team.name(),
        team.description(),
        team.createdAt(),
        team.hosts(),
        team.users(),
        List.of(),
        settings);
  }
}
