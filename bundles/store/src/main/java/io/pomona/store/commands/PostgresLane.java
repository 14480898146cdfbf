package io.pomona.store.commands;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that writes one batch after another. */
final class PostgresLane {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresLane.class);

  private final Connection connection;
  private final BodyCache bodies;
  private final PreparedStatement lock;
  private final PreparedStatement exchange;

  PostgresLane(Connection connection, BodyCache bodies) throws SQLException {
    this.connection = connection;
    this.bodies = bodies;
    try (Statement statement = connection.createStatement()) {
      // A plan made while the queue was small must not read all of it when it has grown.
      statement.execute("SET enable_seqscan = off");
      statement.execute("SET enable_hashjoin = off");
      statement.execute("SET enable_mergejoin = off");
      statement.execute("SET plan_cache_mode = force_generic_plan");
    }
    connection.setAutoCommit(false);
    this.lock = connection.prepareStatement(ExchangeStatements.LOCK);
    this.exchange = connection.prepareStatement(ExchangeStatements.EXCHANGE);
  }

  void apply(List<Ticket> tickets) throws SQLException {
    lock(tickets);
    bind(tickets);
    Map<String, Ticket> byChannel = new HashMap<>();
    for (Ticket ticket : tickets) {
      ticket.reset();
      byChannel.put(ticket.channel, ticket);
    }
    Set<String> remaining = take(byChannel);
    List<String> due = new ArrayList<>();
    for (Ticket ticket : tickets) {
      if (ticket.next().isEmpty() && !remaining.contains(ticket.channel)) {
        ticket.emptied();
      } else if (ticket.next().isEmpty() && ticket.kind == Ticket.ENDED) {
        due.add(ticket.channel);
      }
    }
    if (!due.isEmpty()) {
      wake(due, tickets.get(0).at);
    }
    carryBodies(tickets);
    connection.commit();
  }

  /** Notes what was handed out and gives the channels for which other commands remain. */
  private Set<String> take(Map<String, Ticket> tickets) throws SQLException {
    Set<String> remaining = new HashSet<>();
    int open = 0;
    try (ResultSet answer = exchange.executeQuery()) {
      while (answer.next()) {
        Ticket ticket = tickets.get(answer.getString(1));
        switch (answer.getInt(3)) {
          case ExchangeStatements.CHOSEN -> open++;
          case ExchangeStatements.REMAIN -> remaining.add(ticket.channel);
          default -> ticket.give(answer.getString(2));
        }
      }
    }
    long given = tickets.values().stream().filter(ticket -> ticket.next().isPresent()).count();
    if (given < open) {
      throw new SQLException("Another node has just handed out a command.", "40001");
    }
    return remaining;
  }

  /** In the order of the numbers, as every node does. */
  private void lock(List<Ticket> tickets) throws SQLException {
    Long[] numbers =
        tickets.stream().map(ticket -> number(ticket.channel)).sorted().toArray(Long[]::new);
    lock.setArray(1, connection.createArrayOf("int8", numbers));
    lock.execute();
  }

  private static Long number(String channel) {
    long hash = 0x506f6d6f6e61L;
    for (int i = 0; i < channel.length(); i++) {
      hash = 31 * hash + channel.charAt(i);
    }
    return hash;
  }

  private void bind(List<Ticket> tickets) throws SQLException {
    column(1, "varchar", tickets, ticket -> ticket.channel, String[]::new);
    column(2, "varchar", tickets, ticket -> ticket.uuid, String[]::new);
    column(3, "int4", tickets, ticket -> ticket.kind, Integer[]::new);
    column(4, "varchar", tickets, ticket -> ticket.state, String[]::new);
    column(5, "varchar", tickets, ticket -> ticket.detail, String[]::new);
    column(6, "bytea", tickets, ticket -> ticket.answer, byte[][]::new);
    column(7, "int8", tickets, ticket -> ticket.at, Long[]::new);
  }

  private <T> void column(
      int at, String type, List<Ticket> tickets, Function<Ticket, T> value, IntFunction<T[]> array)
      throws SQLException {
    Array bound = connection.createArrayOf(type, tickets.stream().map(value).toArray(array));
    exchange.setArray(at, bound);
  }

  /** Only commands that were put off remain: the Mac will not ask for them by itself. */
  private void wake(List<String> due, long now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ExchangeStatements.WAKE)) {
      statement.setLong(1, now);
      statement.setArray(2, connection.createArrayOf("varchar", due.toArray()));
      statement.executeUpdate();
    }
  }

  private void carryBodies(List<Ticket> tickets) throws SQLException {
    List<Ticket> missing = new ArrayList<>();
    for (Ticket ticket : tickets) {
      ticket
          .next()
          .ifPresent(
              uuid -> bodies.get(uuid).ifPresentOrElse(ticket::carry, () -> missing.add(ticket)));
    }
    if (!missing.isEmpty()) {
      load(missing);
    }
  }

  private void load(List<Ticket> missing) throws SQLException {
    Object[] uuids =
        missing.stream().map(ticket -> ticket.next().orElseThrow()).distinct().toArray();
    Map<String, byte[]> found = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(ExchangeStatements.BODIES)) {
      statement.setArray(1, connection.createArrayOf("varchar", uuids));
      try (ResultSet answer = statement.executeQuery()) {
        while (answer.next()) {
          found.put(answer.getString(1), answer.getBytes(2));
        }
      }
    }
    found.forEach(bodies::put);
    missing.forEach(ticket -> ticket.carry(found.get(ticket.next().orElseThrow())));
  }

  /** Gives the connection back as it was. */
  void close() {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("RESET enable_seqscan");
        statement.execute("RESET enable_hashjoin");
        statement.execute("RESET enable_mergejoin");
        statement.execute("RESET plan_cache_mode");
      }
    } catch (SQLException e) {
      LOG.debug("A connection was lost", e);
    }
  }
}
