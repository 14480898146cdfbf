package io.pomona.store.enrollment;

import io.pomona.api.enrollment.AddedHost;
import io.pomona.api.enrollment.AddedHostStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: thousands of rows come in one statement each. */
@Component
public final class JdbcAddedHostStore implements AddedHostStore {
  private final Transactions transactions;
  private final HostRows rows;

  @Activate
  public JdbcAddedHostStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.rows = new HostRows(persistence.seen());
  }

  @Override
  public List<AddedHost> add(
      List<NewHost> macs,
      String addedBy,
      Instant now,
      Function<List<Host>, ActivityDraft> activity) {
    return macs.isEmpty()
        ? List.of()
        : transactions.sql(sql -> add(sql, macs, addedBy, now, activity));
  }

  private List<AddedHost> add(
      Sql sql,
      List<NewHost> macs,
      String addedBy,
      Instant now,
      Function<List<Host>, ActivityDraft> activity) {
    Newcomers.hold(sql);
    macs.stream()
        .map(NewHost::team)
        .flatMap(Optional::stream)
        .distinct()
        .sorted(Comparator.comparingLong(TeamId::value))
        .forEach(team -> TeamRows.hold(sql, Optional.of(team)));
    Map<String, Host> all = bySerial(sql, macs);
    Map<String, NewHost> fresh = new LinkedHashMap<>();
    macs.stream()
        .filter(mac -> !all.containsKey(mac.serialNumber()))
        .forEach(mac -> fresh.putIfAbsent(mac.serialNumber(), mac));
    insert(sql, List.copyOf(fresh.values()), addedBy, now);
    all.putAll(bySerial(sql, fresh.values()));
    Activities.write(sql, told(all, fresh.keySet(), activity), now);
    return macs.stream().map(mac -> added(mac, all, fresh)).toList();
  }

  private static AddedHost added(NewHost mac, Map<String, Host> all, Map<String, NewHost> fresh) {
    return new AddedHost(all.get(mac.serialNumber()), fresh.get(mac.serialNumber()) == mac);
  }

  private static List<ActivityDraft> told(
      Map<String, Host> all, Set<String> fresh, Function<List<Host>, ActivityDraft> activity) {
    return fresh.stream()
        .map(all::get)
        .collect(Collectors.groupingBy(Host::team, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(activity)
        .toList();
  }

  /** The oldest of each serial number, as an enrollment takes it. */
  private Map<String, Host> bySerial(Sql sql, Collection<NewHost> macs) {
    Map<String, Host> found = new HashMap<>();
    sql.query(
            HostRows.SELECT + " WHERE h.serial_number = ANY(?) ORDER BY h.id",
            rows::read,
            (Object) macs.stream().map(NewHost::serialNumber).toArray(String[]::new))
        .forEach(host -> found.putIfAbsent(host.facts().serialNumber(), host));
    return found;
  }

  private static void insert(Sql sql, List<NewHost> macs, String addedBy, Instant now) {
    if (macs.isEmpty()) {
      return;
    }
    NewHosts.make(sql, macs, now);
    sql.update(
        "INSERT INTO enrollment_added_host (host_id, email, added_by, added_at)"
            + " SELECT h.id, s.email, CAST(? AS VARCHAR), CAST(? AS BIGINT)"
            + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))"
            + " AS s(serial, email) JOIN enrollment_host h ON h.serial_number = s.serial",
        addedBy,
        now,
        macs.stream().map(NewHost::serialNumber).toArray(String[]::new),
        macs.stream().map(mac -> Text.storable(mac.email())).toArray(String[]::new));
  }

  @Override
  public void claimed(HostId host, String email, Instant now) {
    String person = Text.storable(email);
    transactions.sql(
        sql ->
            sql.update(
                sql.dialect()
                    .upsert(
                        "enrollment_added_host",
                        "host_id",
                        "host_id, email, added_by, added_at",
                        "SELECT h.id, CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS BIGINT)"
                            + " FROM enrollment_host h WHERE h.id = ?",
                        "email = CAST(? AS VARCHAR)"),
                person,
                person,
                now,
                host.value(),
                person));
  }

  @Override
  public Map<HostId, String> emails(Collection<HostId> hosts) {
    Map<HostId, String> emails = new HashMap<>();
    transactions.read(
        sql ->
            sql.query(
                "SELECT host_id, email FROM enrollment_added_host"
                    + " WHERE host_id = ANY(?) AND email <> ''",
                row -> emails.put(new HostId(row.number("host_id")), row.text("email")),
                (Object) hosts.stream().map(HostId::value).toArray(Long[]::new)));
    return emails;
  }
}
