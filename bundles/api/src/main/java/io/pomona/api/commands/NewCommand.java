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
 * @param reason why, in words that are shown to admins: {@code profile Wi-Fi}; never a secret.
 *     Empty text where nothing is to be said
 * @param topic what it asks for, where the newest is enough: of the commands of one owner and topic
 *     that wait for a channel and are not under way, it takes the place. Empty text = of none
 */
public record NewCommand(
    CommandUuid uuid,
    String requestType,
    byte[] body,
    int priority,
    String owner,
    String requestedBy,
    Instant createdAt,
    Optional<Instant> deadline,
    String reason,
    String topic) {
  public static final int ROUTINE = 0;
  public static final int URGENT = 100;
  public static final String ADMIN = "admin";

  /** Without a reason, and in nobody's place. */
  public NewCommand(
      CommandUuid uuid,
      String requestType,
      byte[] body,
      int priority,
      String owner,
      String requestedBy,
      Instant createdAt,
      Optional<Instant> deadline) {
    this(uuid, requestType, body, priority, owner, requestedBy, createdAt, deadline, "", "");
  }

  /** The same with words for why. */
  public NewCommand because(String words) {
    return new NewCommand(
        uuid, requestType, body, priority, owner, requestedBy, createdAt, deadline, words, topic);
  }

  /** The same, taking the place of what waits under this topic. */
  public NewCommand about(String newTopic) {
    return new NewCommand(
        uuid,
        requestType,
        body,
        priority,
        owner,
        requestedBy,
        createdAt,
        deadline,
        reason,
        newTopic);
  }
}
