package io.pomona.store.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Queueing;
import io.pomona.store.profiles.DirtyHosts;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: a row of a Mac that counts only in the enrollment that it is of. */
@Component
public final class JdbcEncryptionReportStore implements EncryptionReportStore {
  private final Transactions transactions;
  private final Queueing queueing;

  @Activate
  public JdbcEncryptionReportStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
  }

  @Override
  public Optional<EncryptionReport> find(HostId host) {
    return transactions.read(
        sql -> sql.first(ReportRows.SELECT, JdbcEncryptionReportStore::read, host.value()));
  }

  private static EncryptionReport read(Row row) throws SQLException {
    return new EncryptionReport(
        new HostId(row.number("host_id")),
        row.instant("enrolled_at"),
        row.instant("reported_at"),
        row.optionalText("encrypted_text").map("yes"::equals),
        row.flag("personal_key"),
        EncryptionReport.Key.valueOf(row.text("key_state")),
        row.text("reason"),
        row.optionalText("envelope_sha256"));
  }

  @Override
  public void save(EncryptionReport report, Instant now) {
    transactions.sql(
        sql -> {
          ReportRows.begin(sql, report.host().value());
          Questions.changed(sql, report, now);
          int taken =
              sql.update(
                  ReportRows.SAVE,
                  report.reportedAt(),
                  report.encrypted(),
                  report.personalKey(),
                  report.key(),
                  report.reason(),
                  report.envelopeSha256(),
                  report.host().value(),
                  report.enrolledAt());
          if (taken > 0) {
            Questions.settle(sql, report.host());
            leaveSetup(sql, report, now);
          }
          return null;
        });
  }

  private static void leaveSetup(Sql sql, EncryptionReport report, Instant now) {
    boolean open = report.encrypted().filter(encrypted -> !encrypted).isPresent();
    if (open && sql.update(ReportRows.LEAVE_SETUP, report.host().value()) > 0) {
      DirtyHosts.mark(sql, new Long[] {report.host().value()}, now);
    }
  }

  @Override
  public void beginSetup(HostId host, Instant now) {
    transactions.sql(
        sql -> {
          ReportRows.begin(sql, host.value());
          sql.update("UPDATE escrow_host SET in_setup = TRUE WHERE host_id = ?", host.value());
          return null;
        });
  }

  @Override
  public Set<HostId> inSetup(Collection<HostId> wanted) {
    return transactions
        .read(
            sql ->
                sql.query(
                    ReportRows.IN_SETUP,
                    row -> new HostId(row.number("id")),
                    (Object) numbers(wanted)))
        .stream()
        .collect(Collectors.toSet());
  }

  @Override
  public int ask(NewCommand question, Pauses pauses, int limit, Instant now) {
    return transactions.sql(
        sql -> {
          List<CommandOrder> orders = new ArrayList<>();
          int due = Questions.take(sql, question, pauses, limit, now, orders);
          queueing.enqueue(sql, orders, now);
          return due;
        },
        Queueing::taken);
  }

  @Override
  public void hasten(HostId host, Instant now) {
    transactions.sql(
        sql -> {
          Questions.hasten(sql, host, now);
          return null;
        });
  }

  private static Long[] numbers(Collection<HostId> ids) {
    return ids.stream().map(HostId::value).toArray(Long[]::new);
  }
}
