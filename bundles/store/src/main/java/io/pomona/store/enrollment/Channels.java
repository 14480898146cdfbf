package io.pomona.store.enrollment;

import io.pomona.store.sql.Sql;
import java.util.Optional;

/** The rows of channels. */
final class Channels {
  private Channels() {}

  /** How far an enrollment is. */
  record State(long host, boolean begun, boolean tokened) {}

  /** Held until the end of the transaction: messages of one channel go one after another. */
  static Optional<State> lock(Sql sql, String channel) {
    return sql.first(
        "SELECT host_id, begun, tokened FROM enrollment_channel WHERE channel = ? FOR UPDATE",
        row -> new State(row.number("host_id"), row.flag("begun"), row.flag("tokened")),
        channel);
  }

  /** A channel without a token. */
  static void make(
      Sql sql, String channel, String device, boolean isUser, long host, String topic) {
    sql.update(
        "INSERT INTO enrollment_channel (channel, device, is_user, host_id, topic)"
            + " VALUES (?, ?, ?, ?, ?)",
        channel,
        device,
        isUser,
        host,
        topic);
  }

  /** Who has sent the Mac. */
  static void came(Sql sql, String channel, boolean automatic) {
    sql.update("UPDATE enrollment_channel SET automatic = ? WHERE channel = ?", automatic, channel);
  }

  /** Back to the state of a channel that has just begun. */
  static void restart(Sql sql, String channel, long host, String topic) {
    sql.update(
        "UPDATE enrollment_channel SET host_id = ?, topic = ?, begun = TRUE, user_name = NULL"
            + " WHERE channel = ?",
        host,
        topic,
        channel);
    sql.update("DELETE FROM enrollment_seen WHERE channel = ?", channel);
  }

  /** The device channel and its users' are out of use. */
  static void end(Sql sql, String device) {
    sql.update(
        "UPDATE enrollment_channel SET begun = FALSE, tokened = FALSE, enabled = FALSE,"
            + " awaiting_configuration = FALSE, token_usable = FALSE, push_token = NULL,"
            + " push_magic = NULL, token_at = NULL WHERE device = ?",
        device);
    sql.update(
        "DELETE FROM commands_wake WHERE channel IN"
            + " (SELECT channel FROM enrollment_channel WHERE device = ?)",
        device);
  }

  static void removeUsers(Sql sql, String device) {
    sql.update("DELETE FROM enrollment_channel WHERE device = ? AND is_user", device);
  }
}
