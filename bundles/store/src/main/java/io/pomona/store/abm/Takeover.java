package io.pomona.store.abm;

import io.pomona.api.abm.AbmChanges;
import io.pomona.api.abm.AbmPage;
import io.pomona.api.abm.AbmPage.Unassigned;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.store.abm.AssignedHosts.Host;
import io.pomona.store.enrollment.Newcomers;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page in one transaction. Native SQL: about ten statements for any number of Macs. The row of
 * the synchronization is locked first, so that pages of one token come one after the other.
 */
final class Takeover {
  private final Sql sql;
  private final AbmPage page;
  private final Map<String, KnownDevice> known;

  private Takeover(Sql sql, AbmPage page) {
    this.sql = sql;
    this.page = page;
    this.known = KnownDevice.bySerial(sql, serials(page));
  }

  private static List<String> serials(AbmPage page) {
    return Stream.concat(
            page.assigned().stream().map(AppleDevice::serialNumber),
            page.unassigned().stream().map(Unassigned::serialNumber))
        .toList();
  }

  static AbmChanges of(Sql sql, AbmPage page) {
    Leases.advance(sql, page.token(), page.holder(), page.time(), page.progress(), page.now());
    if (!page.assigned().isEmpty()) {
      Newcomers.hold(sql);
      AssignedHosts.team(sql, page.token()); // before any host, as whoever moves hosts does
    }
    AbmChanges changes =
        page.assigned().isEmpty() && page.unassigned().isEmpty()
            ? new AbmChanges(0, 0)
            : new Takeover(sql, page).run();
    return changes.and(new AbmChanges(0, FormerServer.leave(sql, page)));
  }

  private AbmChanges run() {
    return new AbmChanges(assign(current()), unassign());
  }

  /** Without what is older than what is known. */
  private List<AppleDevice> current() {
    Map<String, Long> left = departures();
    return page.assigned().stream()
        .filter(device -> !isOutdated(device, left.getOrDefault(device.serialNumber(), -1L)))
        .toList();
  }

  private boolean isOutdated(AppleDevice device, long leftAt) {
    Optional<Instant> at = device.operationAt();
    return at.filter(time -> Micros.of(time) <= leftAt).isPresent()
        || Optional.ofNullable(known.get(device.serialNumber()))
            .filter(row -> row.isNewerThan(at))
            .isPresent();
  }

  private Map<String, Long> departures() {
    Map<String, Long> left = new HashMap<>();
    sql.query(
        "SELECT serial_number, left_at FROM abm_departure"
            + " WHERE token_id = ? AND serial_number = ANY(?)",
        row -> left.put(row.text("serial_number"), row.number("left_at")),
        page.token().value(),
        page.assigned().stream().map(AppleDevice::serialNumber).toArray(String[]::new));
    return left;
  }

  private int assign(List<AppleDevice> devices) {
    List<String> serials = devices.stream().map(AppleDevice::serialNumber).toList();
    Map<String, List<Host>> hosts = AssignedHosts.bySerial(sql, serials);
    List<AppleDevice> unknown =
        devices.stream().filter(device -> !hosts.containsKey(device.serialNumber())).toList();
    AssignedHosts.make(sql, unknown, page.token(), page.now());
    Map<String, List<Host>> made =
        AssignedHosts.bySerial(sql, unknown.stream().map(AppleDevice::serialNumber).toList());
    List<Assignment> assignments =
        devices.stream().map(device -> assignment(device, hosts, made)).toList();
    Assignment.write(sql, page, assignments);
    List<Assignment> anew = assignments.stream().filter(this::isNew).toList();
    AssignedHosts.pending(sql, anew.stream().map(Assignment::host).toList());
    dropDoubles(assignments);
    return anew.size();
  }

  private Assignment assignment(
      AppleDevice device, Map<String, List<Host>> hosts, Map<String, List<Host>> made) {
    String serial = device.serialNumber();
    if (made.containsKey(serial)) {
      return new Assignment(device, made.get(serial).get(0).id(), true);
    }
    Optional<KnownDevice> row = Optional.ofNullable(known.get(serial));
    long host = best(hosts.get(serial), row);
    return new Assignment(
        device, host, row.filter(was -> was.hostMade() && was.host() == host).isPresent());
  }

  /** The one that has enrolled, else the one so far, else the oldest. */
  private static long best(List<Host> hosts, Optional<KnownDevice> row) {
    return hosts.stream()
        .min(
            Comparator.<Host, Boolean>comparing(host -> !host.enrolledOnce())
                .thenComparing(host -> row.filter(was -> was.host() == host.id()).isEmpty())
                .thenComparing(Host::id))
        .orElseThrow()
        .id();
  }

  private boolean isNew(Assignment assignment) {
    KnownDevice row = known.get(assignment.device().serialNumber());
    return row == null
        || row.isAssignedAnew(page.token().value(), assignment.device().assignedAt());
  }

  /** A Mac may have enrolled as another host, which had no serial number yet or another one. */
  private void dropDoubles(List<Assignment> assignments) {
    List<Long> doubles = new ArrayList<>();
    for (Assignment assignment : assignments) {
      Optional.ofNullable(known.get(assignment.device().serialNumber()))
          .filter(row -> row.hostMade() && row.host() != assignment.host())
          .ifPresent(row -> doubles.add(row.host()));
    }
    if (!doubles.isEmpty()) {
      AssignedHosts.release(sql, doubles, doubles);
    }
  }

  private int unassign() {
    if (page.unassigned().isEmpty()) {
      return 0;
    }
    depart();
    List<KnownDevice> leaving =
        page.unassigned().stream()
            .flatMap(
                gone ->
                    Optional.ofNullable(known.get(gone.serialNumber())).stream()
                        .filter(row -> row.token() == page.token().value())
                        .filter(row -> !row.isNewerThan(Optional.of(gone.at()))))
            .toList();
    KnownDevice.release(sql, leaving);
    return leaving.size();
  }

  private void depart() {
    sql.update(
        sql.dialect()
            .upsert(
                "abm_departure",
                "token_id, serial_number",
                "token_id, serial_number, left_at",
                "SELECT CAST(? AS BIGINT), n.serial, n.left_at"
                    + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY))"
                    + " AS n(serial, left_at)",
                "left_at = GREATEST(t.left_at, s.left_at)"),
        page.token().value(),
        page.unassigned().stream().map(Unassigned::serialNumber).toArray(String[]::new),
        page.unassigned().stream().map(gone -> Micros.of(gone.at())).toArray(Long[]::new));
  }
}
