package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.organization.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the encryption of disks, but for recovery keys. */
final class EncryptionTables {
  /** What a Mac said in one enrollment. */
  static final class Row {
    final Instant enrolledAt;
    Optional<EncryptionReport> report = Optional.empty();
    boolean withProfile;
    Instant askedAt = Instant.EPOCH;
    boolean inSetup;

    Row(Instant enrolledAt) {
      this.enrolledAt = enrolledAt;
    }
  }

  final Set<Optional<TeamId>> enabled = new HashSet<>();

  /** Oldest first. */
  final List<EscrowCertificate> certificates = new ArrayList<>();

  private final Map<HostId, Row> rows = new HashMap<>();

  /** Of the present enrollment. */
  Optional<Row> row(HostRow host) {
    return Optional.ofNullable(rows.get(host.id))
        .filter(row -> host.enrolledAt.equals(Optional.of(row.enrolledAt)));
  }

  /** The same; made where there is none. */
  Optional<Row> begun(HostRow host) {
    return host.enrolledAt
        .filter(at -> host.mdm.isOn())
        .map(
            at ->
                row(host)
                    .orElseGet(
                        () -> {
                          Row row = new Row(at);
                          rows.put(host.id, row);
                          return row;
                        }));
  }

  void deleteHost(HostId host) {
    rows.remove(host);
  }
}
