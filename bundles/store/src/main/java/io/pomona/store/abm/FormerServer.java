package io.pomona.store.abm;

import io.pomona.api.abm.AbmPage;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Macs of the server that a token was for, until it was renewed for another one. */
final class FormerServer {
  private FormerServer() {}

  /**
   * Takes them back once all Macs of the other one were shown.
   *
   * @return how many
   */
  static int leave(Sql sql, AbmPage page) {
    Optional<Instant> shown = page.progress().fullAt();
    if (shown.isEmpty() || !isOver(sql, page)) {
      return 0;
    }
    List<KnownDevice> left = KnownDevice.notSeenSince(sql, page.token(), shown.get());
    KnownDevice.release(sql, left);
    return left.size();
  }

  private static boolean isOver(Sql sql, AbmPage page) {
    return sql.update(
            "UPDATE abm_sync SET server_changed = FALSE WHERE token_id = ? AND server_changed",
            page.token().value())
        == 1;
  }
}
