package io.pomona.store.abm;

import io.pomona.api.abm.Admission;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: rows that are replaced, or used up by deleting them. */
@Component
public final class JdbcArrivalStore implements ArrivalStore {
  private final Transactions transactions;

  @Activate
  public JdbcArrivalStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public void requested(String serialNumber, Instant now) {
    transactions.sql(
        sql ->
            sql.update(
                        "UPDATE abm_arrival SET requested_at = ? WHERE serial_number = ?",
                        now,
                        serialNumber)
                    > 0
                ? 1
                : sql.update(
                    "INSERT INTO abm_arrival (requested_at, serial_number) VALUES (?, ?)",
                    now,
                    serialNumber));
  }

  @Override
  public Optional<Instant> lastRequest(String serialNumber) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT requested_at FROM abm_arrival WHERE serial_number = ?",
                row -> row.instant("requested_at"),
                serialNumber));
  }

  @Override
  public void admit(Admission admission, ActivityDraft activity, Instant now) {
    transactions.sql(
        sql -> {
          sql.update("DELETE FROM abm_admission WHERE expires_at <= ?", now);
          sql.update("DELETE FROM abm_admission WHERE serial_number = ?", admission.serialNumber());
          sql.update(
              "INSERT INTO abm_admission (serial_number, admitted_by, expires_at)"
                  + " VALUES (?, ?, ?)",
              admission.serialNumber(),
              admission.by(),
              admission.expires());
          Activities.write(sql, activity, now);
          return null;
        });
  }

  @Override
  public Optional<Admission> admission(String serialNumber, Instant now) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM abm_admission WHERE serial_number = ? AND expires_at > ?",
                row ->
                    new Admission(
                        row.text("serial_number"),
                        row.text("admitted_by"),
                        row.instant("expires_at")),
                serialNumber,
                now));
  }

  @Override
  public boolean useAdmission(String serialNumber, Instant now) {
    return transactions.sql(
        sql ->
            sql.update(
                    "DELETE FROM abm_admission WHERE serial_number = ? AND expires_at > ?",
                    serialNumber,
                    now)
                == 1);
  }
}
