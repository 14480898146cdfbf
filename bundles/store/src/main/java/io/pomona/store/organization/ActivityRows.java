package io.pomona.store.organization;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.UserId;
import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.store.sql.Row;
import java.sql.SQLException;
import java.util.Map;

/** Rows of the feed as activities. */
final class ActivityRows {
  static final String SELECT =
      "SELECT a.id, a.created_at, a.actor_id, a.actor_name, a.actor_email, a.kind, a.details,"
          + " a.chain_position, a.chain_previous, a.chain_hash FROM organization_activity a";

  private ActivityRows() {}

  static Activity read(Row row) throws SQLException {
    return new Activity(
        row.number("id"),
        row.instant("created_at"),
        row.optionalNumber("actor_id").map(UserId::new),
        row.text("actor_name"),
        row.text("actor_email"),
        row.text("kind"),
        details(row.bytes("details")));
  }

  /** Whoever has damaged a row must not hide the others: the chain tells which one it is. */
  private static Map<String, Object> details(byte[] stored) {
    try {
      return PlistReader.read(stored).asMap();
    } catch (MalformedPlistException e) {
      return Map.of();
    }
  }
}
