package io.pomona.store.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationCounts;
import io.pomona.api.enrollment.MigrationEdit;
import io.pomona.api.enrollment.MigrationFilter;
import io.pomona.api.enrollment.MigrationStore;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.enrollment.NewMigration;
import io.pomona.api.organization.TeamId;
import io.pomona.store.Persistence;
import io.pomona.store.enrollment.MigrationMarking.Marked;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: many Macs at once. Hosts are locked in the order of their ids. */
@Component
public final class JdbcMigrationStore implements MigrationStore {
  private static final int STEP = 1_000;

  private final Transactions transactions;
  private final HostRows hosts;
  private final MigrationRows rows;

  @Activate
  public JdbcMigrationStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.hosts = new HostRows(persistence.seen());
    this.rows = new MigrationRows(hosts);
  }

  @Override
  public Optional<Migration> find(HostId host) {
    return transactions.read(sql -> rows.find(sql, host));
  }

  @Override
  public List<Migration> list(MigrationFilter filter, PageRequest page) {
    return transactions.read(sql -> rows.list(sql, filter, page));
  }

  @Override
  public long count(MigrationFilter filter) {
    return transactions.read(sql -> rows.count(sql, filter));
  }

  @Override
  public MigrationCounts counts(MigrationFilter filter) {
    return transactions.read(sql -> rows.counts(sql, filter));
  }

  @Override
  public Set<String> add(List<NewMigration> macs, Optional<TeamId> team, MigrationEdit edit) {
    return transactions.sql(
        sql -> {
          Newcomers.hold(sql);
          TeamRows.hold(sql, team);
          List<String> serials = macs.stream().map(NewMigration::serialNumber).toList();
          Map<String, Long> known = bySerial(sql, serials);
          List<String> unknown =
              serials.stream().filter(serial -> !known.containsKey(serial)).toList();
          NewHosts.make(
              sql,
              unknown.stream().map(serial -> new NewHost(serial, "", team, "")).toList(),
              edit.now());
          known.putAll(bySerial(sql, unknown));
          List<Host> locked = lock(sql, known.values(), "", edit);
          if (locked.size() < macs.size()) {
            throw MdmException.notFound(
                "enrollment.host_not_found", "One of the Macs is not yours; nothing was added.");
          }
          MigrationMarking.put(sql, known.values().toArray(Long[]::new), edit);
          MigrationMarking.mark(
              sql,
              macs.stream()
                  .map(mac -> new Marked(known.get(mac.serialNumber()), mac.change()))
                  .toList(),
              edit);
          tell(sql, locked, edit);
          return Set.copyOf(unknown);
        });
  }

  /** The first of each, as {@code EnrollmentStore} finds it. */
  private static Map<String, Long> bySerial(Sql sql, List<String> serials) {
    Map<String, Long> found = new LinkedHashMap<>();
    sql.query(
        "SELECT id, serial_number FROM enrollment_host WHERE serial_number = ANY(?) ORDER BY id",
        row -> found.putIfAbsent(row.text("serial_number"), row.number("id")),
        (Object) serials.toArray(String[]::new));
    return found;
  }

  @Override
  public int put(Collection<HostId> wanted, MigrationEdit edit) {
    return transactions.sql(
        sql -> {
          List<Host> locked = lock(sql, numbers(wanted), "", edit);
          MigrationMarking.put(sql, ids(locked), edit);
          return marked(sql, locked, edit);
        });
  }

  @Override
  public int mark(Collection<HostId> wanted, MigrationEdit edit) {
    return transactions.sql(sql -> marked(sql, onBoard(sql, wanted, edit), edit));
  }

  private int marked(Sql sql, List<Host> locked, MigrationEdit edit) {
    MigrationChange change = edit.change();
    MigrationMarking.mark(
        sql, locked.stream().map(host -> new Marked(host.id().value(), change)).toList(), edit);
    tell(sql, locked, edit);
    return locked.size();
  }

  @Override
  public int remove(Collection<HostId> wanted, MigrationEdit edit) {
    return transactions.sql(
        sql -> {
          List<Host> locked = onBoard(sql, wanted, edit);
          sql.update(
              "DELETE FROM enrollment_migration WHERE host_id = ANY(?)", (Object) ids(locked));
          tell(sql, locked, edit);
          return locked.size();
        });
  }

  private List<Host> onBoard(Sql sql, Collection<HostId> wanted, MigrationEdit edit) {
    return lock(
        sql,
        numbers(wanted),
        " AND EXISTS (SELECT 1 FROM enrollment_migration m WHERE m.host_id = h.id)",
        edit);
  }

  private List<Host> lock(Sql sql, Collection<Long> ids, String condition, MigrationEdit edit) {
    List<Object> values = new ArrayList<>();
    values.add(ids.toArray(Long[]::new));
    List<Long> locked =
        sql.query(
            "SELECT h.id FROM enrollment_host h WHERE h.id = ANY(?)"
                + condition
                + HostConditions.within(edit.within(), values)
                + " ORDER BY h.id FOR UPDATE",
            row -> row.number("id"),
            values.toArray());
    return sql.query(
        HostRows.SELECT + " WHERE h.id = ANY(?) ORDER BY h.id",
        hosts::read,
        (Object) locked.toArray(Long[]::new));
  }

  private static List<Long> numbers(Collection<HostId> ids) {
    return ids.stream().map(HostId::value).toList();
  }

  private static Long[] ids(List<Host> hosts) {
    return hosts.stream().map(host -> host.id().value()).toArray(Long[]::new);
  }

  private static void tell(Sql sql, List<Host> changed, MigrationEdit edit) {
    changed.stream()
        .collect(Collectors.groupingBy(Host::team, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(same -> tellOfTeam(sql, same, edit));
  }

  private static void tellOfTeam(Sql sql, List<Host> same, MigrationEdit edit) {
    for (int from = 0; from < same.size(); from += STEP) {
      List<Host> step = same.subList(from, Math.min(from + STEP, same.size()));
      Activities.write(sql, edit.activity().apply(step), edit.now());
    }
  }
}
