package io.pomona.store.abm;

import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.SetupTicket;
import io.pomona.api.abm.SetupTicketStore;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: each step is one statement that says what must be so before it. */
@Component
public final class JdbcSetupTicketStore implements SetupTicketStore {
  private static final String OPEN = " WHERE ticket_sha256 = ? AND expires_at > ? AND NOT done";

  private final Transactions transactions;

  @Activate
  public JdbcSetupTicketStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public void save(SetupTicket ticket, Instant now) {
    transactions.sql(
        sql -> {
          sql.update("DELETE FROM abm_setup_ticket WHERE expires_at <= ?", now);
          return sql.update(
              "INSERT INTO abm_setup_ticket (ticket_sha256, serial_number, udid, admitted, agreed,"
                  + " done, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
              ticket.sha256(),
              ticket.serialNumber(),
              ticket.udid(),
              ticket.admitted(),
              ticket.agreed(),
              ticket.done(),
              ticket.expires());
        });
  }

  @Override
  public Optional<SetupTicket> find(String sha256, Instant now) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM abm_setup_ticket WHERE ticket_sha256 = ? AND expires_at > ?",
                JdbcSetupTicketStore::ticket,
                sha256,
                now));
  }

  private static SetupTicket ticket(Row row) throws SQLException {
    return new SetupTicket(
        row.text("ticket_sha256"),
        row.text("serial_number"),
        row.text("udid"),
        row.flag("admitted"),
        row.flag("agreed"),
        row.optionalText("state_sha256"),
        row.optionalInstant("logged_in_at").isPresent()
            ? Optional.of(EndUsers.read(row))
            : Optional.empty(),
        row.flag("done"),
        row.instant("expires_at"));
  }

  @Override
  public void agree(String sha256, Instant now) {
    step("agreed = TRUE", sha256, now);
  }

  @Override
  public void begin(String sha256, String stateSha256, Instant now) {
    step("state_sha256 = ?", sha256, now, stateSha256);
  }

  @Override
  public boolean endLogin(String sha256, String stateSha256, Instant now) {
    return transactions.sql(
        sql ->
            sql.update(
                    "UPDATE abm_setup_ticket SET state_sha256 = NULL"
                        + OPEN
                        + " AND state_sha256 = ?",
                    sha256,
                    now,
                    stateSha256)
                == 1);
  }

  @Override
  public void loggedIn(String sha256, EndUser user, Instant now) {
    step(
        "full_name = ?, user_name = ?, email = ?, logged_in_at = ?",
        sha256,
        now,
        user.fullName(),
        user.userName(),
        user.email(),
        user.loggedInAt());
  }

  @Override
  public boolean finish(String sha256, Instant now) {
    return step("done = TRUE", sha256, now);
  }

  private boolean step(String what, String sha256, Instant now, Object... values) {
    Object[] all = new Object[values.length + 2];
    System.arraycopy(values, 0, all, 0, values.length);
    all[values.length] = sha256;
    all[values.length + 1] = now;
    return transactions.sql(
        sql -> sql.update("UPDATE abm_setup_ticket SET " + what + OPEN, all) == 1);
  }
}
