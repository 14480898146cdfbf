package io.pomona.store.commands;

import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandTrail.NotNow;
import io.pomona.store.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The NotNows of many commands, read at once. */
final class NotNows {
  // A Mac that keeps saying it may do so for days: the newest tell enough.
  private static final int MOST = 5000;

  private record Key(String channel, String uuid) {
    static Key of(CommandTrail trail) {
      return new Key(trail.command().channel().value(), trail.command().uuid().value());
    }
  }

  private NotNows() {}

  static List<CommandTrail> added(Sql sql, List<CommandTrail> trails) {
    Map<Key, List<NotNow>> found = new HashMap<>();
    if (!trails.isEmpty()) {
      sql.query(
          "SELECT n.channel, n.cmd_uuid, n.sent_at, n.said_at FROM commands_not_now n"
              + " WHERE n.channel = ANY(?) AND n.cmd_uuid = ANY(?) ORDER BY n.id DESC LIMIT ?",
          row ->
              found
                  .computeIfAbsent(
                      new Key(row.text("channel"), row.text("cmd_uuid")), any -> new ArrayList<>())
                  .add(new NotNow(row.instant("sent_at"), row.instant("said_at"))),
          trails.stream().map(trail -> Key.of(trail).channel()).distinct().toArray(String[]::new),
          trails.stream().map(trail -> Key.of(trail).uuid()).distinct().toArray(String[]::new),
          MOST);
    }
    return trails.stream().map(trail -> with(trail, found.get(Key.of(trail)))).toList();
  }

  private static CommandTrail with(CommandTrail trail, List<NotNow> newestFirst) {
    if (newestFirst == null) {
      return trail;
    }
    List<NotNow> oldestFirst = new ArrayList<>(newestFirst);
    Collections.reverse(oldestFirst);
    return new CommandTrail(
        trail.command(),
        trail.reason(),
        trail.urgent(),
        trail.handedOutAt(),
        oldestFirst,
        trail.endedBy(),
        trail.replacedBy(),
        trail.answered());
  }
}
