package io.pomona.store.escrow;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotation.Stage;
import io.pomona.api.escrow.KeyRotationId;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.NewKeyRotation;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Queueing;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: a unique column, empty once it has ended, keeps two from being under way at once. */
@Component
public final class JdbcKeyRotationStore implements KeyRotationStore {
  private static final String OPEN = "escrow_key_rotation_open";

  private final Transactions transactions;
  private final Queueing queueing;

  @Activate
  public JdbcKeyRotationStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
  }

  @Override
  public KeyRotation begin(NewKeyRotation wanted, CommandOrder command, Instant now) {
    return transactions.sql(
        sql -> {
          requireCurrent(sql, wanted);
          if (!queueing.enqueue(sql, List.of(command), now).isEmpty()) {
            throw MdmException.conflict(
                "escrow.mdm_off", "MDM is off for this Mac; its key cannot be replaced.");
          }
          return KeyRotationRows.insert(sql, wanted, command.command().uuid(), now);
        },
        JdbcKeyRotationStore::taken);
  }

  private static void requireCurrent(Sql sql, NewKeyRotation wanted) {
    Optional<RecoveryKey> current =
        RecoveryKeyRows.current(sql, wanted.serialNumber(), wanted.device().device());
    if (current.filter(key -> key.id().equals(wanted.replaces())).isEmpty()) {
      throw MdmException.conflict(
          "escrow.key_replaced", "Another recovery key has come meanwhile; look at it first.");
    }
  }

  private static MdmException taken(String constraint) {
    return constraint.toLowerCase(Locale.ROOT).contains(OPEN)
        ? MdmException.conflict(
            "escrow.rotation_under_way",
            "The recovery key of this Mac is being replaced already; wait for its answer.")
        : Queueing.taken(constraint);
  }

  @Override
  public Optional<KeyRotation> find(CommandUuid command) {
    return transactions.read(
        sql ->
            sql.first(
                KeyRotationRows.SELECT + " WHERE r.cmd_uuid = ?",
                KeyRotationRows::read,
                command.value()));
  }

  @Override
  public List<KeyRotation> history(String serialNumber) {
    return transactions.read(
        sql ->
            sql.query(
                KeyRotationRows.SELECT + " WHERE r.serial_number = ? ORDER BY r.id DESC",
                KeyRotationRows::read,
                serialNumber));
  }

  @Override
  public List<KeyRotation> due(Instant now, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                KeyRotationRows.SELECT + " WHERE r.next_at <= ? ORDER BY r.next_at, r.id LIMIT ?",
                KeyRotationRows::read,
                now,
                limit));
  }

  @Override
  public boolean await(
      KeyRotationId id, String detail, Instant nextAt, List<CommandOrder> commands, Instant now) {
    return transactions.sql(
        sql -> {
          boolean open =
              sql.update(
                      "UPDATE escrow_key_rotation SET stage = ?, detail = ?, next_at = ?,"
                          + " updated_at = ? WHERE id = ? AND open_device IS NOT NULL",
                      Stage.ASKING,
                      detail,
                      nextAt,
                      now,
                      id.value())
                  == 1;
          if (open) {
            queueing.enqueue(sql, commands, now);
          }
          return open;
        },
        Queueing::taken);
  }

  @Override
  public boolean end(
      KeyRotationId id,
      Stage stage,
      String detail,
      Optional<NewRecoveryKey> key,
      ActivityDraft activity,
      Instant now) {
    return transactions.sql(
        sql -> {
          boolean open = close(sql, id, stage, detail, now);
          if (open) {
            key.ifPresent(it -> RecoveryKeyRows.add(sql, it, now));
            Activities.write(sql, activity, now);
          }
          return open;
        });
  }

  private static boolean close(Sql sql, KeyRotationId id, Stage stage, String detail, Instant now) {
    return sql.update(
            "UPDATE escrow_key_rotation SET stage = ?, detail = ?, open_device = NULL,"
                + " next_at = NULL, updated_at = ? WHERE id = ? AND open_device IS NOT NULL",
            stage,
            detail,
            now,
            id.value())
        == 1;
  }
}
