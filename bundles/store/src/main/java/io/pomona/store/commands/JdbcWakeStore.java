package io.pomona.store.commands;

import io.pomona.api.apns.PushTarget;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.WakeStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: leasing by SKIP LOCKED. */
@Component
public final class JdbcWakeStore implements WakeStore {
  private final Transactions transactions;

  @Activate
  public JdbcWakeStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public List<Wake> lease(int limit, Instant now, Duration lease) {
    return transactions.sql(
        sql -> {
          String[] due = lockDue(sql, limit, now);
          List<Wake> wakes =
              sql.query(
                  "SELECT w.channel, w.attempts, e.topic, e.push_token, e.push_magic"
                      + " FROM commands_wake w JOIN enrollment_channel e ON e.channel = w.channel"
                      + " WHERE w.channel = ANY(?) ORDER BY w.due_at",
                  JdbcWakeStore::wake,
                  (Object) due);
          Instant until = now.plus(lease);
          sql.update(
              "UPDATE commands_wake SET due_at = ?, leased_until = ? WHERE channel = ANY(?)",
              until,
              until,
              due);
          return wakes;
        });
  }

  private static String[] lockDue(Sql sql, int limit, Instant now) {
    return sql.query(
            "SELECT w.channel FROM commands_wake w WHERE w.due_at <= ? AND EXISTS (SELECT 1"
                + " FROM enrollment_channel e WHERE e.channel = w.channel AND e.enabled"
                + " AND e.token_usable) AND EXISTS (SELECT 1 FROM commands_queue q"
                + " WHERE q.channel = w.channel) ORDER BY w.due_at LIMIT ? FOR UPDATE SKIP LOCKED",
            row -> row.text("channel"),
            now,
            limit)
        .toArray(String[]::new);
  }

  @Override
  public void forgetEmptied(Instant now) {
    transactions.sql(sql -> forgetEmptied(sql, now));
  }

  /** Whoever queues for one of these now waits for our lock and then makes its row anew. */
  private static int forgetEmptied(Sql sql, Instant now) {
    List<String> emptied =
        sql.query(
            "SELECT w.channel FROM commands_wake w WHERE w.due_at <= ? AND NOT EXISTS"
                + " (SELECT 1 FROM commands_queue q WHERE q.channel = w.channel)"
                + " LIMIT 10000 FOR UPDATE SKIP LOCKED",
            row -> row.text("channel"),
            now);
    return emptied.isEmpty()
        ? 0
        : sql.update(
            "DELETE FROM commands_wake w WHERE w.channel = ANY(?) AND NOT EXISTS"
                + " (SELECT 1 FROM commands_queue q WHERE q.channel = w.channel)",
            (Object) emptied.toArray(String[]::new));
  }

  private static Wake wake(Row row) throws SQLException {
    return new Wake(
        ChannelId.parse(row.text("channel")),
        new PushTarget(row.text("topic"), row.bytes("push_token"), row.text("push_magic")),
        (int) row.number("attempts"));
  }

  @Override
  public void pushed(List<Pushed> pushes) {
    transactions.sql(
        sql -> {
          // As whoever queues does: channels first, then when to push, and each in their order.
          pushes.stream()
              .sorted(Comparator.comparing(push -> push.channel().value()))
              .forEach(push -> retire(sql, push));
          note(sql, pushes);
          keep(sql, pushes);
          return null;
        });
  }

  /** Sorted, so that two nodes cannot lock each other. */
  private static void note(Sql sql, List<Pushed> pushes) {
    sql.update(
        sql.dialect()
            .upsert(
                "commands_wake",
                "channel",
                "channel, due_at",
                "SELECT w.channel, n.next_push"
                    + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY))"
                    + " AS n(channel, next_push)"
                    + " JOIN commands_wake w ON w.channel = n.channel ORDER BY 1",
                "attempts = t.attempts + 1, leased_until = NULL, due_at = CASE"
                    + " WHEN t.due_at = t.leased_until THEN s.due_at ELSE t.due_at END"),
        pushes.stream().map(push -> push.channel().value()).toArray(String[]::new),
        pushes.stream().map(push -> Micros.of(push.nextPush())).toArray(Long[]::new));
  }

  /** For the timeline: one statement for all, in the commit of the others. */
  private static void keep(Sql sql, List<Pushed> pushes) {
    sql.update(
        "INSERT INTO commands_push (channel, outcome, reason, ended_at)"
            + " SELECT n.channel, n.outcome, n.reason, n.ended_at"
            + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),"
            + " CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY))"
            + " AS n(channel, outcome, reason, ended_at)",
        pushes.stream().map(push -> push.channel().value()).toArray(String[]::new),
        pushes.stream().map(push -> push.verdict().outcome().name()).toArray(String[]::new),
        pushes.stream().map(push -> push.verdict().reason()).toArray(String[]::new),
        pushes.stream().map(push -> Micros.of(push.at())).toArray(Long[]::new));
  }

  private static void retire(Sql sql, Pushed push) {
    PushVerdict verdict = push.verdict();
    if (verdict.outcome() == Outcome.UNREGISTERED || verdict.outcome() == Outcome.BAD_TOKEN) {
      sql.update(
          "UPDATE enrollment_channel SET token_usable = FALSE"
              + " WHERE channel = ? AND push_token = ? AND token_at <= ?",
          push.channel().value(),
          push.target().token(),
          verdict.since().orElse(Instant.ofEpochSecond(1L << 32)));
    }
  }
}
