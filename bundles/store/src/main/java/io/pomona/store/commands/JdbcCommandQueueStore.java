package io.pomona.store.commands;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandStatus;
import io.pomona.store.Persistence;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Dialect;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hot queue, in native SQL: locking, set-based writes and one commit for many Macs. */
@Component(service = CommandQueueStore.class)
public final class JdbcCommandQueueStore implements CommandQueueStore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcCommandQueueStore.class);
  private static final String UNREADABLE =
      "The command cannot be opened with the master key in use; send it again.";

  private final Transactions transactions;
  private final Queueing queueing;
  private final EmptyChannels empty;
  private final SealedPlists plists;
  private final Exchange exchange;
  private final Batcher batcher;

  @Activate
  public JdbcCommandQueueStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
    this.empty = new EmptyChannels(persistence);
    this.plists = persistence.plists();
    this.exchange =
        transactions.dialect() == Dialect.H2
            ? new PortableExchange(transactions, persistence.bodies())
            : new PostgresExchange(persistence.dataSource(), persistence.bodies());
    this.batcher = new Batcher(exchange);
  }

  @Override
  public Optional<byte[]> exchange(CommandReportEntry entry, Instant now) {
    String channel = entry.report().channel().value();
    // What a Mac has done is stored, whatever is known here of its queue.
    if (entry.report().status() == CommandStatus.IDLE && empty.contains(channel)) {
      return Optional.empty();
    }
    Optional<Optional<byte[]>> next;
    do {
      Ticket ticket = new Ticket(entry, now, empty.stamp(), plists);
      batcher.submit(ticket);
      if (ticket.isEmptied()) {
        empty.add(channel, ticket.stamp);
      }
      next = opened(ticket, now);
    } while (next.isEmpty());
    return next.get();
  }

  /** Empty when the command had to be given up: the same report then gets the next one. */
  private Optional<Optional<byte[]>> opened(Ticket ticket, Instant now) {
    try {
      return Optional.of(ticket.body().map(body -> plists.open(Kind.COMMAND, body)));
    } catch (MdmException e) {
      if (!e.code().equals("pki.cannot_unseal")) {
        throw e;
      }
      String uuid = ticket.next().orElseThrow();
      LOG.warn(
          "Command {} for {} cannot be opened and is given up: {}",
          uuid,
          ticket.channel,
          e.getMessage());
      Ending ending = Ending.failed(UNREADABLE, now);
      transactions.sql(sql -> Endings.end(sql, uuid, ticket.channel, ending));
      return Optional.empty();
    }
  }

  @Override
  public List<ChannelId> enqueue(
      List<CommandOrder> orders, List<ActivityDraft> activities, TeamScope within, Instant now) {
    return transactions.sql(
        sql -> {
          TargetTeams.require(sql, orders, within);
          List<ChannelId> skipped = queueing.enqueue(sql, orders, now);
          Activities.write(sql, activities, now);
          return skipped;
        },
        Queueing::taken);
  }

  @Override
  public Cancelled cancel(CommandUuid uuid, Map<ChannelId, ActivityDraft> channels, Instant now) {
    return transactions.sql(sql -> Cancellation.of(sql, uuid, channels, now));
  }

  /** A command whose rows are all gone loses its deadline, so that it is not looked at again. */
  @Override
  public int expire(Instant now, int limit) {
    return transactions.sql(
        sql -> {
          Long[] ids = late(sql, now, limit);
          int expired = Endings.end(sql, ids, Ending.expired(now));
          sql.update(
              "UPDATE commands_command c SET deadline = NULL WHERE c.deadline <= ? AND NOT EXISTS"
                  + " (SELECT 1 FROM commands_queue q WHERE q.cmd_uuid = c.cmd_uuid)",
              now);
          return expired;
        });
  }

  private static Long[] late(Sql sql, Instant now, int limit) {
    Long[] late =
        sql.query(
                "SELECT q.id FROM commands_queue q JOIN commands_command c"
                    + " ON c.cmd_uuid = q.cmd_uuid WHERE c.deadline <= ? ORDER BY q.id LIMIT ?",
                row -> row.number("id"),
                now,
                limit)
            .toArray(Long[]::new);
    return Endings.lock(sql, "q.id = ANY(?)", (Object) late);
  }

  @Deactivate
  @Override
  public void close() {
    exchange.close();
  }
}
