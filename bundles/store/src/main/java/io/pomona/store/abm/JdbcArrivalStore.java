package io.pomona.store.abm;

import io.pomona.api.abm.Admission;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
                JdbcArrivalStore::admission,
                serialNumber,
                now));
  }

  @Override
  public List<Admission> admissions(Instant now) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT * FROM abm_admission WHERE expires_at > ? ORDER BY serial_number",
                JdbcArrivalStore::admission,
                now));
  }

  private static Admission admission(Row row) throws SQLException {
    return new Admission(
        row.text("serial_number"),
        row.text("admitted_by"),
        row.instant("expires_at"),
        row.optionalText("udid"));
  }

  @Override
  public boolean bindAdmission(String serialNumber, String udid, Instant now) {
    return transactions.sql(
        sql ->
            sql.update(
                    "UPDATE abm_admission SET udid = ? WHERE serial_number = ? AND expires_at > ?"
                        + " AND (udid IS NULL OR udid = ?)",
                    udid,
                    serialNumber,
                    now,
                    udid)
                == 1);
  }

  @Override
  public void useAdmission(String serialNumber) {
    transactions.sql(
        sql -> sql.update("DELETE FROM abm_admission WHERE serial_number = ?", serialNumber));
  }

  @Override
  public boolean withdraw(String serialNumber, ActivityDraft activity, Instant now) {
    return transactions.sql(
        sql -> {
          boolean there =
              sql.update(
                      "DELETE FROM abm_admission WHERE serial_number = ? AND expires_at > ?",
                      serialNumber,
                      now)
                  == 1;
          if (there) {
            Activities.write(sql, activity, now);
          }
          return there;
        });
  }
}
