package io.pomona.store.profiles;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileSpread;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Ending;
import io.pomona.store.commands.Endings;
import io.pomona.store.commands.Queueing;
import io.pomona.store.enrollment.HostRows;
import io.pomona.store.escrow.Questions;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: leases by SKIP LOCKED and rows of thousands of Macs written together. */
@Component
public final class JdbcHostProfileStore implements HostProfileStore {
  private final Transactions transactions;
  private final Queueing queueing;
  private final HostRows hosts;

  @Activate
  public JdbcHostProfileStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
    this.hosts = new HostRows(persistence.seen());
  }

  @Override
  public List<Host> leaseDirty(int limit, Instant now, Duration lease) {
    return transactions.sql(
        sql -> {
          Long[] due = DirtyHosts.lease(sql, limit, now, lease);
          return sql.query(
              HostRows.SELECT
                  + " JOIN profiles_dirty d ON d.host_id = h.id WHERE h.id = ANY(?)"
                  + " ORDER BY d.due_at, h.id",
              hosts::read,
              (Object) due);
        });
  }

  @Override
  public void markDirty(List<HostId> ids, Instant at) {
    transactions.sql(
        sql -> {
          DirtyHosts.mark(sql, numbers(ids), at);
          return null;
        });
  }

  @Override
  public void markAllDirty(Instant at) {
    transactions.sql(
        sql -> {
          DirtyHosts.markAll(sql, at);
          return null;
        });
  }

  @Override
  public Map<HostId, List<HostProfile>> statuses(List<HostId> ids) {
    Map<HostId, List<HostProfile>> statuses = new LinkedHashMap<>();
    ids.forEach(id -> statuses.put(id, new ArrayList<>()));
    transactions
        .read(
            sql ->
                sql.query(
                    "SELECT * FROM profiles_host_profile WHERE host_id = ANY(?)"
                        + " ORDER BY host_id, identifier",
                    HostProfileRows::read,
                    (Object) numbers(ids)))
        .forEach(row -> statuses.get(row.host()).add(row));
    return statuses;
  }

  @Override
  public Map<HostId, ProfileStatus> overall(Collection<HostId> ids) {
    Map<HostId, ProfileStatus> overall = new LinkedHashMap<>();
    transactions.read(
        sql ->
            sql.query(
                HostProfileRows.OVERALL,
                row ->
                    overall.put(
                        new HostId(row.number("host_id")), WorstStatus.at(row.number("worst"))),
                (Object) numbers(ids)));
    return overall;
  }

  @Override
  public void save(HostProfileChanges changes, Instant now) {
    transactions.sql(
        sql -> {
          HostProfileRows.write(sql, changes.upserts());
          Questions.profilesCame(sql, changes.upserts(), now);
          HostProfileRows.remove(sql, changes.removed());
          changes
              .superseded()
              .forEach(
                  old ->
                      Endings.end(
                          sql, old.uuid().value(), old.channel().value(), superseded(old, now)));
          queueing.enqueue(sql, changes.commands(), now);
          DirtyHosts.reconciled(sql, numbers(changes.reconciled()));
          return null;
        },
        Queueing::taken);
  }

  private static Ending superseded(Superseded old, Instant now) {
    return Ending.superseded("Pomona", old.by().map(CommandUuid::value), now);
  }

  private static Long[] numbers(Collection<HostId> ids) {
    return ids.stream().map(HostId::value).sorted().toArray(Long[]::new);
  }

  @Override
  public ProfileSpread spread(Optional<TeamId> team, Collection<String> identifiers) {
    return transactions.read(
        sql -> ProfileSpreads.read(sql, ProfileEntity.number(team), identifiers));
  }

  @Override
  public Map<ProfileStatus, Long> summary(Optional<TeamId> team) {
    Map<ProfileStatus, Long> summary = new EnumMap<>(ProfileStatus.class);
    transactions.read(
        sql ->
            sql.query(
                HostProfileRows.SUMMARY,
                row -> summary.put(WorstStatus.at(row.number("worst")), row.number("n")),
                ProfileEntity.number(team)));
    return summary;
  }

  @Override
  public Map<ProfileId, Map<ProfileStatus, Long>> progress(
      Optional<TeamId> team, Collection<Profile> profiles) {
    return transactions.read(
        sql -> new ProfileProgress(sql, ProfileEntity.number(team)).of(profiles));
  }

  @Override
  public List<HostId> hosts(
      Optional<TeamId> team,
      String identifier,
      String contentSha256,
      ProfileStatus status,
      PageRequest page) {
    return transactions.read(
        sql ->
            sql.query(
                HostProfileRows.HOSTS,
                row -> new HostId(row.number("id")),
                contentSha256,
                identifier,
                ProfileEntity.number(team),
                page.after(),
                status,
                page.limit(),
                page.offset()));
  }

  @Override
  public boolean resend(
      HostId host, String identifier, String note, Instant now, ActivityDraft activity) {
    return transactions.sql(
        sql -> {
          boolean resent =
              sql.update(HostProfileRows.RESEND, note, now, host.value(), identifier) > 0;
          if (resent) {
            Activities.write(sql, activity, now);
            DirtyHosts.mark(sql, numbers(List.of(host)), now);
          }
          return resent;
        });
  }

  @Override
  public List<Waiting> waiting(Instant since) {
    return transactions.read(
        sql -> sql.query(HostProfileRows.WAITING, HostProfileRows::waiting, since));
  }
}
