package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EncryptionReportStore.Pauses;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.HashTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
    Optional<Instant> askAt = Optional.of(Instant.EPOCH);
    Instant askSoonest = Instant.EPOCH;
    Instant askSince;
    boolean inSetup;

    Row(Instant enrolledAt) {
      this.enrolledAt = enrolledAt;
      this.askSince = enrolledAt;
    }

    /** Asked next then, and from then on as one that has just become so. */
    void ask(Instant at, Instant now) {
      askSince = now;
      askAt = askAt.filter(planned -> planned.isBefore(at)).or(() -> Optional.of(at));
    }

    void askAgain(Pauses pauses, Instant now) {
      Duration sinceThen = Duration.between(askSince, now);
      Duration pause =
          Collections.min(
              List.of(pauses.longest(), Collections.max(List.of(pauses.shortest(), sinceThen))));
      askSoonest = now.plus(pauses.shortest());
      askAt = Optional.of(now.plus(pause));
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

  /** A key that could not be opened when the Mac reported it. */
  void opens(HostRow host, NewRecoveryKey key) {
    Optional<String> sent = Optional.of(HashTexts.hex(key.envelope()));
    row(host)
        .ifPresent(
            row ->
                row.report =
                    row.report.map(
                        said ->
                            said.key() == EncryptionReport.Key.UNREADABLE
                                    && said.envelopeSha256().equals(sent)
                                ? opening(said)
                                : said));
  }

  private static EncryptionReport opening(EncryptionReport said) {
    return new EncryptionReport(
        said.host(),
        said.enrolledAt(),
        said.reportedAt(),
        said.encrypted(),
        said.personalKey(),
        EncryptionReport.Key.OPENS,
        "",
        said.envelopeSha256());
  }

  void deleteHost(HostId host) {
    rows.remove(host);
  }
}
