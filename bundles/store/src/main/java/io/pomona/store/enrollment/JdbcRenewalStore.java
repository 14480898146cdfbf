package io.pomona.store.enrollment;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.RenewalStore;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.commands.Ending;
import io.pomona.store.commands.Endings;
import io.pomona.store.commands.Queueing;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: what is due is found by joining four tables. */
@Component
public final class JdbcRenewalStore implements RenewalStore {
  private static final String CURRENT =
      " FROM enrollment_certificate b"
          + " JOIN enrollment_channel e ON e.channel = b.device AND e.enabled"
          + " JOIN pki_certificate c ON c.sha256 = b.sha256";

  private static final Duration PAUSE = Duration.ofDays(1);

  private final Transactions transactions;
  private final Queueing queueing;

  @Activate
  public JdbcRenewalStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.queueing = new Queueing(persistence);
  }

  @Override
  public List<RenewalDue> due(Instant expiresBefore, Instant now, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT b.device, c.not_after, COALESCE(r.attempts, 0) AS attempts"
                    + CURRENT
                    + " LEFT JOIN enrollment_renewal r ON r.device = b.device"
                    + " WHERE b.is_current AND NOT b.is_ended"
                    + " AND (c.not_after < ? AND c.not_after - ? < ? - c.not_before"
                    + " AND NOT EXISTS (SELECT 1 FROM pki_key k WHERE k.id = c.issuer_sha256"
                    + " AND k.active_for IS NOT NULL AND k.not_after <= c.not_after)"
                    + " OR EXISTS (SELECT 1 FROM pki_key k WHERE k.id = c.issuer_sha256"
                    + " AND k.active_for IS NULL))"
                    + " AND (r.again_at IS NULL OR r.again_at <= ?)"
                    + " ORDER BY c.not_after, b.device LIMIT ?",
                row ->
                    new RenewalDue(
                        ChannelId.device(row.text("device")),
                        row.instant("not_after"),
                        (int) row.number("attempts")),
                expiresBefore,
                now,
                now,
                now,
                limit));
  }

  @Override
  public void begin(ChannelId device, CommandOrder command, Instant now, Instant deadline) {
    transactions.sql(
        sql -> {
          before(sql, device)
              .ifPresent(uuid -> Endings.end(sql, uuid, device.value(), replaced(command, now)));
          queueing.enqueue(sql, List.of(command), now);
          sql.update(
              sql.dialect()
                  .upsert(
                      "enrollment_renewal",
                      "device",
                      "device, cmd_uuid, attempts, again_at",
                      "SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR), 1, CAST(? AS BIGINT)",
                      "cmd_uuid = s.cmd_uuid, attempts = t.attempts + 1, again_at = s.again_at"),
              device.value(),
              command.command().uuid().value(),
              deadline);
          return null;
        },
        Queueing::taken);
  }

  /** Told, unlike what others supersede: the attempt has failed. */
  private static Ending replaced(CommandOrder by, Instant now) {
    Optional<String> uuid = Optional.of(by.command().uuid().value());
    return Ending.superseded(by.command().requestedBy(), uuid, now).aloud();
  }

  private static Optional<String> before(Sql sql, ChannelId device) {
    return sql.first(
        "SELECT cmd_uuid FROM enrollment_renewal WHERE device = ?",
        row -> row.text("cmd_uuid"),
        device.value());
  }

  @Override
  public void postpone(ChannelId device, Instant until) {
    transactions.sql(
        sql ->
            sql.update(
                "UPDATE enrollment_renewal SET again_at = ? WHERE device = ?",
                until,
                device.value()));
  }

  /** A pause, so that nothing in the new certificate can make it due at once and for ever. */
  static void renewed(Sql sql, String device, Instant now) {
    sql.update(
        "UPDATE enrollment_renewal SET attempts = 0, again_at = ? WHERE device = ?",
        now.plus(PAUSE),
        device);
  }

  @Override
  public long expiringBefore(Instant before) {
    return transactions.read(
        sql ->
            sql.number(
                "SELECT COUNT(*) AS n"
                    + CURRENT
                    + " WHERE b.is_current AND NOT b.is_ended AND c.not_after < ?",
                before));
  }
}
