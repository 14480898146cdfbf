package io.pomona.organization.rest;

import io.pomona.api.organization.Role;
import io.pomona.api.organization.User;
import java.time.Instant;
import java.util.Optional;

/** A person in the API. */
public record UserView(
    long id, String name, String email, Optional<String> globalRole, Instant createdAt) {
  static UserView of(User user) {
    return new UserView(
        user.id().value(),
        user.name(),
        user.email(),
        user.globalRole().map(Role::label),
        user.createdAt());
  }
}
