package io.pomona.organization.rest;

import io.pomona.api.organization.Team;
import java.time.Instant;

/** A team in the reference's form. */
public record TeamView(
    long id, String name, String description, Instant createdAt, long hostCount, long userCount) {
  static TeamView of(Team team) {
    return new TeamView(
        team.id().value(),
        team.name(),
        team.description(),
        team.createdAt(),
        team.hosts(),
        team.users());
  }
}
