package io.pomona.store.enrollment;

import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.commands.Queueing;
import io.pomona.store.organization.Activities;
import io.pomona.store.outbox.Outbox;
import io.pomona.store.profiles.DirtyHosts;
import io.pomona.store.sql.Sql;
import io.pomona.store.updates.DueHosts;
import io.pomona.store.updates.NudgeDue;
import java.util.Optional;

/**
 * An accepted TokenUpdate; the first one of a channel completes its enrollment. By SQL alone, since
 * a fleet may send them all at once.
 */
final class FirstToken {
  private final Queueing queueing;

  FirstToken(Queueing queueing) {
    this.queueing = queueing;
  }

  /**
   * @return whether it was the first one
   */
  boolean take(Sql transaction, TokenChange change) {
    Sql sql = transaction.keepingPlans();
    ChannelId channel = change.channel();
    Channels.State device =
        Channels.lock(sql, channel.deviceChannel().value())
            .filter(Channels.State::begun)
            .orElseThrow(JpaEnrollmentStore::notBegun);
    Channels.State state = channel.isUser() ? user(sql, change, device) : device;
    store(sql, change);
    boolean first = !state.tokened();
    if (first) {
      queueing.enqueue(sql, change.onFirst(), change.now());
      if (!channel.isUser()) {
        enrolled(sql, change, device.host());
      }
    } else {
      wake(sql, change);
    }
    Outbox.write(
        sql, first ? OutboxTopic.ENROLLED : OutboxTopic.TOKEN_UPDATED, channel, change.now());
    return first;
  }

  private static Channels.State user(Sql sql, TokenChange change, Channels.State device) {
    String channel = change.channel().value();
    Optional<Channels.State> known = Channels.lock(sql, channel);
    if (known.isEmpty()) {
      Channels.make(
          sql, channel, change.channel().device(), true, device.host(), change.push().topic());
    }
    return known.orElseGet(() -> new Channels.State(device.host(), true, false));
  }

  private static void store(Sql sql, TokenChange change) {
    String channel = change.channel().value();
    sql.update(
        "UPDATE enrollment_channel SET topic = ?, push_token = ?, push_magic = ?, token_at = ?,"
            + " token_usable = TRUE, begun = TRUE, tokened = TRUE, enabled = TRUE,"
            + " awaiting_configuration ="
            + " COALESCE(CAST(? AS BOOLEAN), awaiting_configuration),"
            + " user_name = COALESCE(CAST(? AS VARCHAR), user_name) WHERE channel = ?",
        change.push().topic(),
        change.push().token(),
        change.push().pushMagic(),
        change.now(),
        change.awaitingConfiguration(),
        change.userName(),
        channel);
  }

  /** The new token may be pushed to at once, if anything waits. */
  private static void wake(Sql sql, TokenChange change) {
    sql.update(
        "UPDATE commands_wake SET due_at = ?, leased_until = NULL, attempts = 0 WHERE channel = ?",
        change.now(),
        change.channel().value());
  }

  private static void enrolled(Sql sql, TokenChange change, long host) {
    sql.update(
        "UPDATE enrollment_host SET mdm = CASE WHEN (SELECT automatic FROM enrollment_channel"
            + " WHERE channel = ?) THEN ? ELSE ? END, enrolled_at = ? WHERE id = ?",
        change.channel().value(),
        MdmStatus.ON_AUTOMATIC,
        MdmStatus.ON_MANUAL,
        change.now(),
        host);
    DirtyHosts.mark(sql, new Long[] {host}, change.now());
    // What the former enrollment has still said while it ended is not of this one.
    DueHosts.forget(sql, host);
    DueHosts.mark(sql, new Long[] {host}, change.now());
    NudgeDue.MARKS.mark(sql, new Long[] {host}, change.now());
    Activities.write(sql, change.activity(), change.now());
  }
}
