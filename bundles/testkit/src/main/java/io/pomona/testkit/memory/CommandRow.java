package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandTrail.NotNow;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  Optional<Instant> handedOutAt = Optional.empty();
  final List<NotNow> notNows = new ArrayList<>();
  String endedBy = "";
  Optional<CommandUuid> replacedBy = Optional.empty();

  CommandRow(long id, NewCommand command, ChannelId channel, HostId host, Instant now) {
    this.id = id;
    this.command = command;
    this.channel = channel;
    this.host = host;
    this.createdAt = now;
    this.updatedAt = now;
  }

  boolean isReplacedBy(NewCommand newer) {
    return !newer.topic().isEmpty()
        && newer.topic().equals(command.topic())
        && newer.owner().equals(command.owner())
        && newer.priority() >= command.priority();
  }

  void notNow(Instant now) {
    handedOutAt.ifPresent(at -> notNows.add(new NotNow(at, now)));
    handedOutAt = Optional.empty();
    state = CommandState.NOT_NOW;
    putOff = true;
    updatedAt = now;
  }

  int forgetNotNows(Instant before) {
    int all = notNows.size();
    notNows.removeIf(each -> each.at().isBefore(before));
    return all - notNows.size();
  }

  CommandTrail toTrail(String hostName) {
    return new CommandTrail(
        toRecord(hostName),
        command.reason(),
        command.priority() > NewCommand.ROUTINE,
        handedOutAt,
        notNows,
        endedBy,
        replacedBy,
        result.isPresent());
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
