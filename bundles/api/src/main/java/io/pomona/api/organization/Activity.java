package io.pomona.api.organization;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One entry of the activity feed. The actor's name and e-mail are as they were then. */
public record Activity(
    long id,
    Instant createdAt,
    Optional<UserId> actor,
    String actorName,
    String actorEmail,
    String type,
    Map<String, Object> details) {}
