package io.pomona.api.commands;

import java.time.Instant;
import java.util.Optional;

/**
 * A command to be queued.
 *
 * @param body the whole command plist, with its CommandUUID
 * @param priority higher goes first: {@link #ROUTINE} or {@link #URGENT}
 * @param owner the slice that is told of the outcome; {@link #ADMIN} for commands of people
 * @param requestedBy shown to admins
 * @param deadline when it is given up if it was not answered
 */
public record NewCommand(
    CommandUuid uuid,
    String requestType,
    byte[] body,
    int priority,
    String owner,
    String requestedBy,
    Instant createdAt,
    Optional<Instant> deadline) {
  public static final int ROUTINE = 0;
  public static final int URGENT = 100;
  public static final String ADMIN = "admin";
}
