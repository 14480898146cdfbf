package io.pomona.organization.rest;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One activity in the reference's form. */
public record ActivityView(
    long id,
    Instant createdAt,
    String actorFullName,
    Optional<Long> actorId,
    String actorEmail,
    String type,
    Map<String, Object> details) {
  static ActivityView of(Activity activity) {
    return new ActivityView(
        activity.id(),
        activity.createdAt(),
        activity.actorName(),
        activity.actor().map(UserId::value),
        activity.actorEmail(),
        activity.type(),
        activity.details());
  }
}
