package io.pomona.store.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.EnrollmentStart;
import io.pomona.api.enrollment.HostId;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Work;
import java.util.Optional;

/** An accepted Authenticate: a first enrollment, a new one of a known Mac, or a renewal. */
final class Beginning {
  private final Identities identities;

  Beginning(Identities identities) {
    this.identities = identities;
  }

  HostId begin(Work work, EnrollmentStart start) {
    Sql sql = work.unflushed();
    String device = start.device().value();
    Optional<String> before = Identities.deviceOf(sql, start.certificateSha256());
    Optional<Channels.State> channel = Channels.lock(sql, device);
    if (before.isPresent() && channel.isPresent() && before.get().equals(device)) {
      return new HostId(channel.get().host());
    }
    if (before.isPresent()) {
      throw MdmException.forbidden(
          "enrollment.certificate_bound",
          "This certificate has begun an enrollment before; enroll with a new profile.");
    }
    HostEntity host = host(work, sql, start);
    if (start.renewal() && channel.filter(Channels.State::begun).isPresent()) {
      identities.outdate(sql, device);
      JdbcRenewalStore.renewed(sql, device, start.now());
    } else {
      anew(work, sql, start, host, channel.isPresent());
    }
    identities.bind(sql, device, start.certificateSha256());
    return host.hostId();
  }

  private void anew(Work work, Sql sql, EnrollmentStart start, HostEntity host, boolean known) {
    String device = start.device().value();
    if (known) {
      forget(work, sql, device, host, start);
      Channels.restart(sql, device, host.hostId().value(), start.topic());
    } else {
      Channels.make(sql, device, device, false, host.hostId().value(), start.topic());
    }
    Channels.came(sql, device, start.automatic());
  }

  private void forget(Work work, Sql sql, String device, HostEntity host, EnrollmentStart start) {
    Departure.of(work, device, host.hostId().value(), start.now());
    identities.end(sql, device);
    Channels.removeUsers(sql, device);
  }

  /** By UDID, else by serial number: then the Mac has got a new UDID and the old one ends. */
  private HostEntity host(Work work, Sql sql, EnrollmentStart start) {
    String device = start.device().value();
    HostEntity host =
        byDevice(sql, device)
            .or(() -> bySerial(sql, start.facts().serialNumber()))
            .or(() -> quicker(sql, start.facts().serialNumber()))
            .flatMap(id -> work.find(HostEntity.class, id))
            .orElseGet(() -> made(work, start));
    Optional<String> other = host.device().filter(udid -> !udid.equals(device));
    other.ifPresent(udid -> forget(work, sql, udid, host, start));
    host.belongsTo(device);
    host.take(start.facts());
    return host;
  }

  private static Optional<Long> byDevice(Sql sql, String device) {
    return sql.first(
        "SELECT id FROM enrollment_host WHERE udid = ?", row -> row.number("id"), device);
  }

  private static Optional<Long> bySerial(Sql sql, String serial) {
    return serial.isEmpty()
        ? Optional.empty()
        : sql.first(
            "SELECT id FROM enrollment_host WHERE serial_number = ? ORDER BY id LIMIT 1",
            row -> row.number("id"),
            serial);
  }

  /** Somebody else may have made its host by the time that nobody else can. */
  private static Optional<Long> quicker(Sql sql, String serial) {
    Newcomers.hold(sql);
    return bySerial(sql, serial);
  }

  private static HostEntity made(Work work, EnrollmentStart start) {
    long team = TeamRows.held(work.unflushed(), start.team());
    HostEntity host = HostEntity.made(work.nextId("enrollment_host_seq"), team, start.now());
    work.entities().persist(host);
    return host;
  }
}
