package io.pomona.store.abm;

import io.pomona.api.abm.AbmChanges;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmDeviceLookup;
import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmPage;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Transactions;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: a thousand Macs at once, and single ones by their key. */
@Component(service = {AbmDeviceStore.class, AbmDeviceLookup.class})
public final class JdbcAbmDeviceStore implements AbmDeviceStore {
  private static final String MISSING =
      " AND d.seen_at < (SELECT s.full_at FROM abm_sync s WHERE s.token_id = d.token_id)";

  private final Transactions transactions;

  @Activate
  public JdbcAbmDeviceStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<AbmDevice> assigned(String serialNumber) {
    return transactions.read(
        sql ->
            sql.first(
                AbmRows.DEVICES + " WHERE d.serial_number = ?", AbmRows::device, serialNumber));
  }

  @Override
  public AbmChanges take(AbmPage page) {
    return transactions.sql(sql -> Takeover.of(sql, page));
  }

  @Override
  public List<AbmDevice> list(AbmTokenId token, boolean missing, String after, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                AbmRows.DEVICES
                    + " WHERE d.token_id = ? AND d.serial_number > ?"
                    + (missing ? MISSING : "")
                    + " ORDER BY d.serial_number LIMIT ?",
                AbmRows::device,
                token.value(),
                after,
                limit));
  }

  @Override
  public Counts counts(AbmTokenId token) {
    return transactions.read(
        sql -> {
          String all = "SELECT COUNT(*) AS n FROM abm_device d WHERE d.token_id = ?";
          return new Counts(
              sql.number(all, token.value()), sql.number(all + MISSING, token.value()));
        });
  }
}
