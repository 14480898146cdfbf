package io.pomona.store.escrow;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotation.Stage;
import io.pomona.api.escrow.KeyRotationId;
import io.pomona.api.escrow.NewKeyRotation;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.UserId;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Rows of replacements of recovery keys. */
final class KeyRotationRows {
  static final String SELECT = "SELECT r.* FROM escrow_key_rotation r";

  private KeyRotationRows() {}

  static KeyRotation read(Row row) throws SQLException {
    Instant updated = row.instant("updated_at");
    return new KeyRotation(
        new KeyRotationId(row.number("id")),
        wanted(row),
        new CommandUuid(row.text("cmd_uuid")),
        Stage.valueOf(row.text("stage")),
        row.text("detail"),
        row.instant("requested_at"),
        updated,
        row.optionalInstant("next_at").orElse(updated));
  }

  private static NewKeyRotation wanted(Row row) throws SQLException {
    return new NewKeyRotation(
        new HostId(row.number("host_id")),
        row.text("serial_number"),
        ChannelId.parse(row.text("device")),
        row.instant("enrolled_at"),
        new RecoveryKeyId(row.number("replaces_id")),
        new EscrowCertificateId(row.number("certificate_id")),
        KeyRotation.Cause.valueOf(row.text("cause")),
        actor(row),
        row.instant("deadline"));
  }

  private static Actor actor(Row row) throws SQLException {
    return new Actor(
        row.optionalNumber("actor_id").map(UserId::new),
        row.text("actor_name"),
        row.text("actor_email"),
        Set.of());
  }

  static KeyRotation insert(Sql sql, NewKeyRotation wanted, CommandUuid command, Instant now) {
    long id = sql.number(sql.dialect().nextValue("escrow_key_rotation_seq"));
    Actor by = wanted.requestedBy();
    sql.update(
        "INSERT INTO escrow_key_rotation (id, open_device, host_id, serial_number, device,"
            + " enrolled_at, replaces_id, certificate_id, cause, actor_id, actor_name,"
            + " actor_email, deadline, cmd_uuid, stage, detail, requested_at, updated_at, next_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        wanted.device().value(),
        wanted.host().value(),
        wanted.serialNumber(),
        wanted.device().value(),
        wanted.enrolledAt(),
        wanted.replaces().value(),
        wanted.certificate().value(),
        wanted.cause(),
        by.user().map(UserId::value),
        by.name(),
        by.email(),
        wanted.deadline(),
        command.value(),
        Stage.SENT,
        "",
        now,
        now,
        wanted.deadline());
    return find(sql, id).orElseThrow();
  }

  private static Optional<KeyRotation> find(Sql sql, long id) {
    return sql.first(SELECT + " WHERE r.id = ?", KeyRotationRows::read, id);
  }
}
