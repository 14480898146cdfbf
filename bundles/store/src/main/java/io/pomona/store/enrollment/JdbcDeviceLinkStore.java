package io.pomona.store.enrollment;

import io.pomona.api.enrollment.DeviceLink;
import io.pomona.api.enrollment.DeviceLink.Origin;
import io.pomona.api.enrollment.DeviceLinkStore;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.NewDeviceLink;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Text;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: rows that go with their Mac, found by a digest. */
@Component
public final class JdbcDeviceLinkStore implements DeviceLinkStore {
  /** So that a page that is opened often costs no write each time. */
  private static final Duration USE = Duration.ofMinutes(1);

  private final Transactions transactions;

  @Activate
  public JdbcDeviceLinkStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public void make(List<NewDeviceLink> links, Instant now, List<ActivityDraft> activities) {
    transactions.sql(
        sql -> {
          Set<HostId> held = hold(sql, links.stream().map(NewDeviceLink::host).toList());
          sql.update(
              "DELETE FROM enrollment_device_link WHERE host_id = ANY(?) AND ends_at <= ?",
              ids(links.stream().map(NewDeviceLink::host).toList()),
              now);
          sql.update(
              "DELETE FROM enrollment_device_link WHERE host_id = ANY(?) AND origin = ?",
              ids(
                  links.stream()
                      .filter(link -> link.origin() == Origin.ADMIN)
                      .map(NewDeviceLink::host)
                      .toList()),
              Origin.ADMIN);
          insert(sql, links.stream().filter(link -> held.contains(link.host())).toList(), now);
          Activities.write(sql, activities, now);
          return null;
        });
  }

  /** Those that are there, in the order of their ids: two of these cannot lock each other. */
  private static Set<HostId> hold(Sql sql, Collection<HostId> hosts) {
    return new HashSet<>(
        sql.query(
            "SELECT id FROM enrollment_host WHERE id = ANY(?) ORDER BY id FOR UPDATE",
            row -> new HostId(row.number("id")),
            (Object) ids(hosts)));
  }

  private static void insert(Sql sql, List<NewDeviceLink> links, Instant now) {
    sql.update(
        "INSERT INTO enrollment_device_link"
            + " (token_sha256, host_id, origin, made_by, made_at, ends_at)"
            + " SELECT s.token, s.host, s.origin, s.made_by, CAST(? AS BIGINT), s.ends_at"
            + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY),"
            + " CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY))"
            + " AS s(token, host, origin, made_by, ends_at)",
        now,
        links.stream().map(NewDeviceLink::tokenSha256).toArray(String[]::new),
        ids(links.stream().map(NewDeviceLink::host).toList()),
        links.stream().map(link -> link.origin().name()).toArray(String[]::new),
        links.stream().map(link -> Text.storable(link.madeBy())).toArray(String[]::new),
        links.stream().map(link -> Micros.of(link.endsAt())).toArray(Long[]::new));
  }

  @Override
  public boolean revoke(HostId host, Instant now, ActivityDraft activity) {
    return transactions.sql(
        sql -> {
          boolean any =
              sql.update("DELETE FROM enrollment_device_link WHERE host_id = ?", host.value()) > 0;
          if (any) {
            sql.update(
                sql.dialect()
                    .upsert(
                        "enrollment_device_link_revocation",
                        "host_id",
                        "host_id, times",
                        "SELECT CAST(? AS BIGINT), CAST(1 AS BIGINT)",
                        "times = t.times + 1"),
                host.value());
            Activities.write(sql, activity, now);
          }
          return any;
        });
  }

  @Override
  public Map<HostId, DeviceLink> of(Collection<HostId> hosts) {
    return transactions
        .read(
            sql ->
                sql.query(
                    "SELECT * FROM enrollment_device_link WHERE host_id = ANY(?) AND origin = ?",
                    JdbcDeviceLinkStore::read,
                    ids(hosts),
                    Origin.ADMIN))
        .stream()
        .collect(Collectors.toMap(DeviceLink::host, link -> link));
  }

  @Override
  public Map<HostId, Long> revocations(Collection<HostId> hosts) {
    return transactions
        .read(
            sql ->
                sql.query(
                    "SELECT * FROM enrollment_device_link_revocation WHERE host_id = ANY(?)",
                    row -> Map.entry(new HostId(row.number("host_id")), row.number("times")),
                    (Object) ids(hosts)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public Optional<DeviceLink> open(String tokenSha256, Instant now) {
    return transactions.sql(
        sql -> {
          sql.update(
              "UPDATE enrollment_device_link SET used_at = ? WHERE token_sha256 = ?"
                  + " AND ends_at > ? AND (used_at IS NULL OR used_at <= ?)",
              now,
              tokenSha256,
              now,
              now.minus(USE));
          return sql.first(
              "SELECT * FROM enrollment_device_link WHERE token_sha256 = ? AND ends_at > ?",
              JdbcDeviceLinkStore::read,
              tokenSha256,
              now);
        });
  }

  private static DeviceLink read(Row row) throws SQLException {
    return new DeviceLink(
        new HostId(row.number("host_id")),
        Origin.valueOf(row.text("origin")),
        row.text("made_by"),
        row.instant("made_at"),
        row.instant("ends_at"),
        row.optionalInstant("used_at"));
  }

  private static Long[] ids(Collection<HostId> hosts) {
    return hosts.stream().map(HostId::value).toArray(Long[]::new);
  }
}
