package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

final class CommandRow {
  static final Comparator<CommandRow> ORDER =
      Comparator.<CommandRow>comparingInt(row -> -row.command.priority())
          .thenComparingLong(row -> row.id);

  final long id;
  final NewCommand command;
  final ChannelId channel;
  final HostId host;
  final Instant createdAt;
  CommandState state = CommandState.QUEUED;

  /** Answered NotNow once, whatever became of it then. */
  boolean putOff;

  String detail = "";
  Optional<byte[]> result = Optional.empty();
  Instant updatedAt;

  CommandRow(long id, NewCommand command, ChannelId channel, HostId host, Instant now) {
    this.id = id;
    this.command = command;
    this.channel = channel;
    this.host = host;
    this.createdAt = now;
    this.updatedAt = now;
  }

  CommandRecord toRecord(String hostName) {
    return new CommandRecord(
        id,
        command.uuid(),
        channel,
        host,
        hostName,
        command.requestType(),
        state,
        command.owner(),
        command.requestedBy(),
        detail,
        createdAt,
        updatedAt);
  }
}
