package io.pomona.store.organization;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.UserId;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.store.sql.Printable;
import io.pomona.store.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes activities in the transaction of their cause, by SQL: some of those transactions have no
 * entities.
 */
public final class Activities {
  private Activities() {}

  public static void write(Sql sql, ActivityDraft draft, Instant now) {
    write(sql, List.of(draft), now);
  }

  public static void write(Sql sql, List<ActivityDraft> drafts, Instant now) {
    sql.batch(
        "INSERT INTO organization_activity"
            + " (created_at, actor_id, actor_name, actor_email, kind, details, team_id,"
            + " previous_team_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ActivityTeams.added(sql, drafts).stream().map(draft -> row(draft, now)).toList());
  }

  private static Object[] row(ActivityDraft draft, Instant now) {
    Actor actor = draft.actor();
    return new Object[] {
      now,
      actor.user().map(UserId::value),
      actor.name(),
      actor.email().toLowerCase(Locale.ROOT),
      draft.type(),
      PlistWriter.write(Printable.of(draft.details())),
      Optional.ofNullable(draft.details().get("team_id")),
      Optional.ofNullable(draft.details().get("previous_team_id"))
    };
  }
}
