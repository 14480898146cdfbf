package io.pomona.api.organization;

import java.time.Instant;
import java.util.Optional;

/**
 * A person with an account.
 *
 * @param email lower case, unique
 * @param globalRole empty when the person has roles in teams only
 */
public record User(
    UserId id, String name, String email, Optional<Role> globalRole, Instant createdAt) {}
