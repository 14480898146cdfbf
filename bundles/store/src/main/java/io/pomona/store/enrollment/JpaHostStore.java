package io.pomona.store.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostMove;
import io.pomona.api.enrollment.HostOrder;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Endings;
import io.pomona.store.commands.Queueing;
import io.pomona.store.organization.Activities;
import io.pomona.store.outbox.Outbox;
import io.pomona.store.peers.Peers;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import io.pomona.store.updates.DueHosts;
import io.pomona.store.updates.NudgeDue;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The host registry: written by entities, searched by SQL. */
@Component
public final class JpaHostStore implements HostStore {
  private final Transactions transactions;
  private final Queueing queueing;
  private final Peers peers;
  private final HostSearch search;
  private final HostPages pages;
  private final Moves moves;
  private final Inventories inventories = new Inventories();
  private final Clock clock = Clock.systemUTC();

  @Activate
  public JpaHostStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
    this.peers = persistence.peers();
    HostRows rows = new HostRows(persistence.seen());
    this.search = new HostSearch(rows);
    this.pages = new HostPages(rows, search);
    this.moves = new Moves(rows);
  }

  @Override
  public Optional<Host> find(HostId id) {
    return transactions.read(sql -> search.find(sql, id));
  }

  @Override
  public Optional<Host> findByIdentifier(String identifier, TeamScope scope) {
    return transactions.read(sql -> search.findByIdentifier(sql, identifier, scope));
  }

  @Override
  public List<Host> findAll(Collection<HostId> ids) {
    return transactions.read(sql -> search.findAll(sql, ids));
  }

  @Override
  public Map<String, Host> findAllByIdentifier(Collection<String> identifiers, TeamScope scope) {
    return transactions.read(sql -> search.findAllByIdentifier(sql, identifiers, scope));
  }

  @Override
  public List<Host> list(HostFilter filter, HostOrder order, PageRequest page) {
    return transactions.read(sql -> pages.list(sql, filter, order, page));
  }

  @Override
  public List<HostId> ids(HostFilter filter, HostOrder order) {
    return transactions.read(sql -> pages.numbers(sql, filter, order));
  }

  @Override
  public long count(HostFilter filter) {
    return transactions.read(sql -> search.count(sql, filter));
  }

  @Override
  public List<Host> detailsOlderThan(Instant before, int limit) {
    return transactions.read(sql -> search.detailsOlderThan(sql, before, limit));
  }

  @Override
  public Map<MdmStatus, Long> counts(TeamScope scope) {
    return transactions.read(sql -> search.counts(sql, scope));
  }

  @Override
  public Map<String, Long> osVersions(TeamScope scope) {
    return transactions.read(sql -> search.osVersions(sql, scope));
  }

  @Override
  public Set<HostId> unsupervised(Collection<HostId> ids) {
    return ids.isEmpty() ? Set.of() : transactions.read(sql -> inventories.unsupervised(sql, ids));
  }

  @Override
  public HostInventory inventory(HostId id) {
    return transactions.read(sql -> inventories.find(sql, id));
  }

  @Override
  public void report(
      ChannelId device, Optional<MacFacts> facts, HostInventory report, Instant now) {
    transactions.in(
        work -> {
          host(work, device)
              .ifPresent(
                  host -> {
                    take(work, host, facts, report, now);
                    Outbox.write(work.sql(), OutboxTopic.REPORTED, device.deviceChannel(), now);
                  });
          return null;
        });
  }

  private void take(
      Work work, HostEntity host, Optional<MacFacts> facts, HostInventory report, Instant now) {
    facts.ifPresent(
        said -> {
          host.take(said);
          host.detailed(now);
        });
    inventories.save(work.sql(), host.hostId(), report, now);
  }

  private static Optional<HostEntity> host(Work work, ChannelId device) {
    return work.sql()
        .first(
            "SELECT host_id FROM enrollment_channel WHERE channel = ?",
            row -> row.number("host_id"),
            device.deviceChannel().value())
        .flatMap(id -> work.find(HostEntity.class, id));
  }

  @Override
  public List<ChannelId> userChannels(Collection<HostId> ids) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT e.channel FROM enrollment_channel e WHERE e.host_id = ANY(?)"
                    + " AND e.is_user AND e.enabled ORDER BY e.channel",
                row -> ChannelId.parse(row.text("channel")),
                (Object) ids.stream().map(HostId::value).toArray(Long[]::new)));
  }

  @Override
  public void refetch(HostId id, List<CommandOrder> commands, Instant now) {
    transactions.in(
        work -> {
          required(work, id).refetch();
          queueing.enqueue(work.sql(), commands, now);
          return null;
        },
        Queueing::taken);
  }

  /** Native SQL: one statement moves any number, in the order of their ids. */
  @Override
  public int transfer(
      Collection<HostId> ids,
      Optional<TeamId> team,
      Instant now,
      Function<HostMove, ActivityDraft> activity) {
    return transactions.sql(sql -> moves.into(sql, ids, team, now, activity));
  }

  private static HostEntity required(Work work, HostId id) {
    return work.find(HostEntity.class, id.value())
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "enrollment.host_not_found", "There is no such host; list the hosts."));
  }

  @Override
  public void delete(HostId id, ActivityDraft activity) {
    transactions.in(
        work -> {
          HostEntity host = required(work, id);
          if (host.isOn()) {
            throw MdmException.conflict(
                "enrollment.host_enrolled", "The host is enrolled; turn its MDM off first.");
          }
          requireUnassigned(work.unflushed(), id);
          // While it is there: its team is the activity's.
          Activities.write(work.unflushed(), activity, clock.instant());
          erase(work.sql(), id.value());
          DueHosts.forget(work.sql(), id.value());
          NudgeDue.forget(work.sql(), id.value());
          host.device().ifPresent(device -> peers.tellRebound(work.sql(), device));
          work.entities().remove(host);
          return null;
        });
  }

  private static void requireUnassigned(Sql sql, HostId id) {
    if (sql.number("SELECT COUNT(*) AS n FROM abm_device WHERE host_id = ?", id.value()) > 0) {
      throw MdmException.conflict(
          "enrollment.host_assigned",
          "Apple Business Manager assigns this Mac to Pomona; unassign it there first.");
    }
  }

  // Certificates stay, as ended: one that is forgotten could begin an enrollment again.
  private static void erase(Sql sql, long host) {
    Endings.erase(sql, host);
    for (String text :
        List.of(
            "UPDATE enrollment_certificate SET is_ended = TRUE WHERE device IN"
                + " (SELECT udid FROM enrollment_host WHERE id = ?)",
            "DELETE FROM enrollment_renewal WHERE device IN"
                + " (SELECT device FROM enrollment_channel WHERE host_id = ?)",
            "DELETE FROM enrollment_seen WHERE channel IN"
                + " (SELECT channel FROM enrollment_channel WHERE host_id = ?)",
            "DELETE FROM enrollment_channel WHERE host_id = ?",
            "DELETE FROM profiles_host_profile WHERE host_id = ?",
            "DELETE FROM profiles_dirty WHERE host_id = ?")) {
      sql.update(text, host);
    }
  }
}
