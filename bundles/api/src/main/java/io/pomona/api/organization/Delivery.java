package io.pomona.api.organization;

import java.time.Instant;
import java.util.Optional;

/**
 * An event on its way to one webhook.
 *
 * @param id ascending in the order in which they are sent
 * @param eventId the same whenever it is sent again
 * @param topic a name of {@link ActivityType} or {@link DeviceTopic}
 * @param at when it happened
 * @param triedAt when it was last sent
 * @param outcome the status that was answered, or what went wrong; empty text before the first try
 */
public record Delivery(
    long id,
    String eventId,
    String topic,
    Instant at,
    State state,
    int attempts,
    Optional<Instant> triedAt,
    String outcome) {

  /** Where it is. */
  public enum State {
    WAITING,
    DELIVERED,
    /** Given up: refused for good, or for too long. */
    DEAD;

    /** The name in the API: lower case. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
