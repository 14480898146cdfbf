package io.pomona.store.escrow;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EncryptionReportStore.Pauses;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.sql.Micros;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When Macs are asked for the encryption of their disks: an indexed time in the row of each, moved
 * by whatever may make the next answer another one, so that nobody has to go over all Macs.
 */
public final class Questions {
  private static final Set<ProfileStatus> THERE =
      Set.of(ProfileStatus.VERIFYING, ProfileStatus.VERIFIED);

  private static final String DUE =
      "SELECT host_id FROM escrow_host WHERE ask_at <= ? ORDER BY ask_at, host_id LIMIT ?"
          + " FOR UPDATE SKIP LOCKED";

  /** Read once the rows are held: whatever came before that is seen. */
  private static final String OPEN =
      "SELECT h.id, h.udid, EXISTS (SELECT 1 FROM commands_queue q"
          + " JOIN commands_command c ON c.cmd_uuid = q.cmd_uuid WHERE q.channel = h.udid"
          + " AND c.owner = ? AND c.topic = ?) AS waits FROM enrollment_host h"
          + EncryptionStatuses.JOINED
          + " WHERE h.id = ANY(?) AND h.udid IS NOT NULL AND "
          + EncryptionStatuses.STATUS
          + " IN ('UNREPORTED', 'LOG_OUT', 'ROTATE_KEY') ORDER BY h.id";

  private static final String NEVER = "UPDATE escrow_host SET ask_at = NULL WHERE host_id = ANY(?)";

  private static final String AGAIN =
      "UPDATE escrow_host SET ask_soonest = ?, ask_at = CAST(? AS BIGINT)"
          + " + LEAST(CAST(? AS BIGINT), GREATEST(CAST(? AS BIGINT), CAST(? AS BIGINT) - ask_since))"
          + " WHERE host_id = ANY(?)";

  private static final String PROFILE_CAME =
      "UPDATE escrow_host SET ask_since = ?, ask_at = ? WHERE host_id = ANY(?)";

  private static final String HASTEN =
      "UPDATE escrow_host SET ask_since = ?,"
          + " ask_at = LEAST(ask_at, GREATEST(ask_soonest, CAST(? AS BIGINT)))"
          + " WHERE host_id = ? AND ask_at IS NOT NULL";

  private static final String CHANGED =
      "UPDATE escrow_host SET ask_since = ?,"
          + " ask_at = LEAST(COALESCE(ask_at, ask_soonest), ask_soonest)"
          + " WHERE host_id = ? AND enrolled_at = ? AND (reported_at IS NULL"
          + " OR encrypted IS DISTINCT FROM CAST(? AS BOOLEAN) OR key_state <> ?)";

  private static final String SETTLED =
      "UPDATE escrow_host SET ask_at = NULL WHERE host_id = ? AND encrypted"
          + " AND with_profile AND key_state = 'OPENS' AND ask_at IS NOT NULL";

  private Questions() {}

  /** Macs that have the profile since now. */
  public static void profilesCame(Sql sql, List<HostProfile> rows, Instant now) {
    Long[] hosts =
        rows.stream()
            .filter(row -> row.identifier().equals(EncryptionStatuses.PROFILE))
            .filter(row -> row.operation() == ProfileOperation.INSTALL)
            .filter(row -> THERE.contains(row.status()))
            .map(row -> row.host().value())
            .sorted()
            .toArray(Long[]::new);
    if (hosts.length > 0) {
      ReportRows.begin(sql, hosts);
      sql.update(PROFILE_CAME, now, now, hosts);
    }
  }

  static void hasten(Sql sql, HostId host, Instant now) {
    sql.update(HASTEN, now, now, host.value());
  }

  /** Before the report is written; the row of its enrollment is there. */
  static void changed(Sql sql, EncryptionReport report, Instant now) {
    sql.update(
        CHANGED, now, report.host().value(), report.enrolledAt(), report.encrypted(), report.key());
  }

  /** After it was written. */
  static void settle(Sql sql, HostId host) {
    sql.update(SETTLED, host.value());
  }

  /** A Mac that may be asked. */
  private record Open(long host, String udid, boolean waits) {
    static Open read(Row row) throws SQLException {
      return new Open(row.number("id"), row.text("udid"), row.flag("waits"));
    }

    Optional<ChannelId> toAsk() {
      return waits ? Optional.empty() : Optional.of(ChannelId.device(udid));
    }
  }

  /**
   * Holds those that are due and moves their time on.
   *
   * @param orders takes the question, if there is somebody to ask
   * @return how many were due
   */
  static int take(
      Sql sql,
      NewCommand question,
      Pauses pauses,
      int limit,
      Instant now,
      List<CommandOrder> orders) {
    Long[] due = sql.query(DUE, row -> row.number("host_id"), now, limit).toArray(Long[]::new);
    if (due.length > 0) {
      ReportRows.begin(sql, due);
      List<Open> open = sql.query(OPEN, Open::read, question.owner(), question.topic(), due);
      sql.update(NEVER, (Object) due);
      again(sql, open, pauses, now);
      List<ChannelId> asked = open.stream().flatMap(mac -> mac.toAsk().stream()).toList();
      if (!asked.isEmpty()) {
        orders.add(new CommandOrder(question, asked));
      }
    }
    return due.length;
  }

  private static void again(Sql sql, List<Open> open, Pauses pauses, Instant now) {
    sql.update(
        AGAIN,
        now.plus(pauses.shortest()),
        now,
        pauses.longest().toNanos() / 1000,
        pauses.shortest().toNanos() / 1000,
        Micros.of(now),
        open.stream().map(Open::host).toArray(Long[]::new));
  }
}
