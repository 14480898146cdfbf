package io.pomona.store.commands;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.NewCommand;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.peers.Peers;
import io.pomona.store.sql.Dialect;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Puts commands into the queue within the transaction of their cause. Native SQL: one insert serves
 * any number of channels, where entities would write them one by one.
 */
public final class Queueing {
  private static final String WANTED =
      " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS INTEGER ARRAY),"
          + " CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY))"
          + " AS w(channel, cmd_uuid, priority, owned, place)";

  private final Peers peers;
  private final BodyCache bodies;
  private final SealedPlists plists;

  public Queueing(Persistence persistence) {
    this.peers = persistence.peers();
    this.bodies = persistence.bodies();
    this.plists = persistence.plists();
  }

  /** What a broken unique constraint means to whoever queues. */
  public static MdmException taken(String constraint) {
    return MdmException.conflict(
        "commands.uuid_taken", "This CommandUUID was used before; choose another one.");
  }

  /**
   * @return the channels that are not enabled and got nothing
   */
  public List<ChannelId> enqueue(Sql sql, List<CommandOrder> orders, Instant now) {
    if (orders.isEmpty()) {
      return List.of();
    }
    Map<String, byte[]> sealed = seal(orders);
    insertCommands(sql, orders, sealed);
    Wanted wanted = Wanted.of(orders);
    hold(sql, wanted.distinct());
    orders.forEach(order -> Replacing.what(sql, order, now));
    int queued =
        sql.update(
            "INSERT INTO commands_queue"
                + " (channel, cmd_uuid, host_id, priority, is_owned, updated_at)"
                + " SELECT e.channel, w.cmd_uuid, e.host_id, w.priority, w.owned = 1,"
                + " CAST(? AS BIGINT)"
                + WANTED
                + " JOIN enrollment_channel e ON e.channel = w.channel WHERE e.enabled"
                + " ORDER BY w.place",
            wanted.after(now));
    wake(sql, wanted.distinct(), now);
    peers.tellQueued(sql, wanted.distinct());
    sealed.forEach(bodies::put);
    return queued == wanted.size() ? List.of() : skipped(sql, wanted);
  }

  /**
   * No enrollment ends or begins while we queue for it, or its end would not see what it has to
   * cancel. In their order, so that two of these cannot lock each other.
   */
  private static void hold(Sql sql, Set<String> channels) {
    sql.query(
        "SELECT channel FROM enrollment_channel WHERE channel = ANY(?) ORDER BY channel "
            + sql.dialect().share(),
        row -> null,
        (Object) channels.toArray(String[]::new));
  }

  private Map<String, byte[]> seal(List<CommandOrder> orders) {
    Map<String, byte[]> sealed = new HashMap<>();
    for (CommandOrder order : orders) {
      sealed.put(order.command().uuid().value(), plists.seal(Kind.COMMAND, order.command().body()));
    }
    return sealed;
  }

  private static void insertCommands(
      Sql sql, List<CommandOrder> orders, Map<String, byte[]> sealed) {
    List<Object[]> rows = new ArrayList<>();
    for (CommandOrder order : orders) {
      NewCommand command = order.command();
      rows.add(
          new Object[] {
            command.uuid().value(),
            command.requestType(),
            sealed.get(command.uuid().value()),
            command.owner(),
            command.requestedBy(),
            command.createdAt(),
            command.deadline(),
            command.priority(),
            command.reason(),
            command.topic()
          });
    }
    sql.batch(
        "INSERT INTO commands_command"
            + " (cmd_uuid, request_type, body, owner, requested_by, created_at, deadline,"
            + " priority, reason, topic) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Makes enabled channels due for a push. Sorted, so that two of these cannot lock each other. */
  private static void wake(Sql sql, Set<String> channels, Instant now) {
    Dialect dialect = sql.dialect();
    sql.update(
        dialect.upsert(
            "commands_wake",
            "channel",
            "channel, due_at",
            "SELECT e.channel, CAST(? AS BIGINT)"
                + " FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS w(channel)"
                + " JOIN enrollment_channel e ON e.channel = w.channel"
                + " WHERE e.enabled ORDER BY e.channel",
            "due_at = s.due_at"),
        now,
        channels.toArray(String[]::new));
  }

  private static List<ChannelId> skipped(Sql sql, Wanted wanted) {
    Set<String> enabled =
        new LinkedHashSet<>(
            sql.query(
                "SELECT channel FROM enrollment_channel WHERE enabled AND channel = ANY(?)",
                row -> row.text("channel"),
                (Object) wanted.distinct().toArray(String[]::new)));
    return wanted.distinct().stream()
        .filter(channel -> !enabled.contains(channel))
        .map(ChannelId::parse)
        .toList();
  }

  /** The rows wanted, as columns. */
  private record Wanted(
      List<String> channels, List<String> uuids, List<Integer> priorities, List<Integer> owned) {

    static Wanted of(List<CommandOrder> orders) {
      Wanted wanted =
          new Wanted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (CommandOrder order : orders) {
        for (ChannelId channel : new LinkedHashSet<>(order.channels())) {
          wanted.channels.add(channel.value());
          wanted.uuids.add(order.command().uuid().value());
          wanted.priorities.add(order.command().priority());
          wanted.owned.add(order.command().owner().equals(NewCommand.ADMIN) ? 0 : 1);
        }
      }
      return wanted;
    }

    int size() {
      return channels.size();
    }

    Set<String> distinct() {
      return new LinkedHashSet<>(channels);
    }

    Object[] after(Instant now) {
      return new Object[] {
        now,
        channels.toArray(String[]::new),
        uuids.toArray(String[]::new),
        priorities.toArray(Integer[]::new),
        owned.toArray(Integer[]::new),
        IntStream.range(0, size()).boxed().toArray(Integer[]::new)
      };
    }
  }
}
