package io.pomona.api.outbox;

/**
 * What happened. The owner of the first four is {@code enrollment}, of the last {@code commands}.
 */
public enum OutboxTopic {
  /** The first TokenUpdate of an enrollment was stored. */
  ENROLLED,
  /** A later TokenUpdate was stored. */
  TOKEN_UPDATED,
  /** The Mac said that its MDM profile was removed, or an admin turned MDM off. */
  CHECKED_OUT,
  /** What a Mac answered of its inventory was stored. */
  REPORTED,
  /** A command got its final status: acknowledged, error, cancelled or expired. */
  COMMAND_ENDED
}
