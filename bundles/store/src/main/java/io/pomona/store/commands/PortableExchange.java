package io.pomona.store.commands;

import io.pomona.api.outbox.OutboxTopic;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The exchange on H2, where a statement costs no round trip: row by row, one commit for the batch.
 * One batch at a time, because this process is the only one.
 */
final class PortableExchange implements Exchange {
  private final Transactions transactions;
  private final BodyCache bodies;

  PortableExchange(Transactions transactions, BodyCache bodies) {
    this.transactions = transactions;
    this.bodies = bodies;
  }

  @Override
  public void apply(List<Ticket> tickets) {
    transactions.sql(
        sql -> {
          for (Ticket ticket : tickets) {
            ticket.reset();
            apply(sql, ticket);
          }
          return null;
        });
  }

  private void apply(Sql sql, Ticket ticket) {
    if (ticket.kind != Ticket.IDLE) {
      take(sql, ticket);
    }
    Optional<Next> next = underWay(sql, ticket).or(() -> handOut(sql, ticket));
    if (givesHope(ticket, next)) {
      sql.update(
          "UPDATE commands_wake SET attempts = 0 WHERE channel = ? AND attempts > 0",
          ticket.channel);
    }
    next.ifPresentOrElse(
        given -> {
          ticket.give(given.uuid);
          ticket.carry(body(sql, given.uuid));
        },
        () -> nothing(sql, ticket));
  }

  /** One that polls for what it has put off may put it off again, for days. */
  private static boolean givesHope(Ticket ticket, Optional<Next> next) {
    return ticket.kind == Ticket.ENDED
        || ticket.kind == Ticket.IDLE && next.filter(Next::putOff).isEmpty();
  }

  private record Next(String uuid, boolean putOff) {
    static Next of(Row row) throws SQLException {
      return new Next(row.text("cmd_uuid"), row.flag("put_off"));
    }
  }

  private record Reported(long id, long host, boolean owned, Optional<Long> sentAt) {
    static Reported of(Row row) throws SQLException {
      return new Reported(
          row.number("id"),
          row.number("host_id"),
          row.flag("is_owned"),
          row.optionalNumber("sent_at"));
    }
  }

  private static void take(Sql sql, Ticket ticket) {
    sql.first(
            "SELECT q.id, q.host_id, q.is_owned, (SELECT u.sent_at FROM commands_under_way u"
                + " WHERE u.channel = q.channel AND u.cmd_uuid = q.cmd_uuid) AS sent_at"
                + " FROM commands_queue q WHERE q.cmd_uuid = ? AND q.channel = ? FOR UPDATE",
            Reported::of,
            ticket.uuid,
            ticket.channel)
        .ifPresent(reported -> take(sql, ticket, reported));
  }

  private static void take(Sql sql, Ticket ticket, Reported reported) {
    sql.update(
        "DELETE FROM commands_under_way WHERE channel = ? AND cmd_uuid = ?",
        ticket.channel,
        ticket.uuid);
    if (ticket.kind == Ticket.NOT_NOW) {
      putOff(sql, ticket, reported);
    } else {
      end(sql, ticket, reported);
    }
  }

  private static void putOff(Sql sql, Ticket ticket, Reported reported) {
    sql.update(
        "UPDATE commands_queue SET put_off = TRUE, updated_at = ? WHERE id = ?",
        ticket.at,
        reported.id);
    reported.sentAt.ifPresent(
        at ->
            sql.update(
                "INSERT INTO commands_not_now (channel, cmd_uuid, sent_at, said_at)"
                    + " VALUES (?, ?, ?, ?)",
                ticket.channel,
                ticket.uuid,
                at,
                ticket.at));
  }

  private static void end(Sql sql, Ticket ticket, Reported reported) {
    sql.update("DELETE FROM commands_queue WHERE id = ?", reported.id);
    sql.update(
        "INSERT INTO commands_result"
            + " (id, channel, cmd_uuid, host_id, state, detail, answer, ended_at, sent_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        reported.id,
        ticket.channel,
        ticket.uuid,
        reported.host,
        ticket.state,
        ticket.detail,
        ticket.answer,
        ticket.at,
        reported.sentAt);
    if (reported.owned) {
      sql.update(
          "INSERT INTO outbox_item (topic, channel, cmd_uuid, due_at) VALUES (?, ?, ?, ?)",
          OutboxTopic.COMMAND_ENDED,
          ticket.channel,
          ticket.uuid,
          ticket.at);
    }
  }

  private static Optional<Next> underWay(Sql sql, Ticket ticket) {
    return sql.first(
        "SELECT q.cmd_uuid, q.put_off FROM commands_under_way u"
            + " JOIN commands_queue q ON q.cmd_uuid = u.cmd_uuid AND q.channel = u.channel"
            + " WHERE u.channel = ?",
        Next::of,
        ticket.channel);
  }

  private static Optional<Next> handOut(Sql sql, Ticket ticket) {
    Optional<Next> next =
        sql.first(
            "SELECT cmd_uuid, put_off FROM commands_queue WHERE channel = ? AND (? OR NOT put_off)"
                + " ORDER BY priority DESC, id LIMIT 1 FOR UPDATE",
            Next::of,
            ticket.channel,
            ticket.kind == Ticket.IDLE);
    next.ifPresent(
        given ->
            sql.update(
                "MERGE INTO commands_under_way (channel, cmd_uuid, sent_at) KEY (channel)"
                    + " VALUES (?, ?, ?)",
                ticket.channel,
                given.uuid,
                ticket.at));
    return next;
  }

  private static void nothing(Sql sql, Ticket ticket) {
    boolean waits =
        ticket.kind != Ticket.IDLE
            && sql.first(
                    "SELECT id FROM commands_queue WHERE channel = ? LIMIT 1",
                    row -> row.number("id"),
                    ticket.channel)
                .isPresent();
    if (!waits) {
      ticket.emptied();
    } else if (ticket.kind == Ticket.ENDED) {
      sql.update(
          "UPDATE commands_wake SET due_at = ? WHERE channel = ?", ticket.at, ticket.channel);
    }
  }

  private byte[] body(Sql sql, String uuid) {
    return bodies.get(uuid).orElseGet(() -> load(sql, uuid));
  }

  private byte[] load(Sql sql, String uuid) {
    byte[] body =
        sql.first(
                "SELECT body FROM commands_command WHERE cmd_uuid = ?",
                row -> row.bytes("body"),
                uuid)
            .orElseThrow();
    bodies.put(uuid, body);
    return body;
  }
}
