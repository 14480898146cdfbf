package io.pomona.store.commands;

import io.pomona.api.commands.CommandAnswers;
import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as they lie in the database; how large they are is asked before any is read. */
final class SealedAnswers {
  private static final String OF =
      " FROM commands_result WHERE cmd_uuid = ? AND channel = ANY(?) AND answer IS NOT NULL";

  private SealedAnswers() {}

  static CommandAnswers first(Sql sql, CommandUuid uuid, List<ChannelId> channels, long mostBytes) {
    List<ChannelId> fitting =
        channels.subList(0, fitting(channels, sizes(sql, uuid, channels), mostBytes));
    Map<ChannelId, byte[]> answers = new HashMap<>();
    sql.query(
        "SELECT channel, answer" + OF,
        row -> answers.put(ChannelId.parse(row.text("channel")), row.bytes("answer")),
        uuid.value(),
        values(fitting));
    return new CommandAnswers(fitting.size(), answers);
  }

  private static Map<ChannelId, Long> sizes(Sql sql, CommandUuid uuid, List<ChannelId> channels) {
    Map<ChannelId, Long> sizes = new HashMap<>();
    sql.query(
        "SELECT channel, OCTET_LENGTH(answer) AS n" + OF,
        row -> sizes.put(ChannelId.parse(row.text("channel")), row.number("n")),
        uuid.value(),
        values(channels));
    return sizes;
  }

  /** How many; the first one always fits, or nobody would ever get past it. */
  private static int fitting(List<ChannelId> channels, Map<ChannelId, Long> sizes, long mostBytes) {
    long left = mostBytes;
    for (int i = 0; i < channels.size(); i++) {
      left -= sizes.getOrDefault(channels.get(i), 0L);
      if (i > 0 && left < 0) {
        return i;
      }
    }
    return channels.size();
  }

  private static String[] values(List<ChannelId> channels) {
    return channels.stream().map(ChannelId::value).toArray(String[]::new);
  }
}
