package io.pomona.updates.schedule;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import io.pomona.protocol.command.OsUpdateItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commands by which updates are found, scheduled and followed. */
final class OsUpdateCommands {
  static final String OWNER = "updates-schedule";

  /** Older questions are asked anew. */
  private static final Duration QUESTION = Duration.ofHours(24);

  private static final Duration ORDER = Duration.ofDays(7);

  private OsUpdateCommands() {}

  static CommandOrder scan(ChannelId mac, boolean force, String by, Instant now) {
    return question(mac, Commands.scheduleOsUpdateScan(force), by, now);
  }

  static CommandOrder available(ChannelId mac, String by, Instant now) {
    return question(mac, Commands.availableOsUpdates(), by, now);
  }

  static CommandOrder status(ChannelId mac, String by, Instant now) {
    return question(mac, Commands.osUpdateStatus(), by, now);
  }

  /** The newest question is enough for a Mac that is away. */
  private static CommandOrder question(ChannelId mac, CommandBody body, String by, Instant now) {
    return order(mac, command(body, by, now, QUESTION).about(body.requestType()));
  }

  /** The newest order is what is wanted. */
  static CommandOrder schedule(ChannelId mac, OsUpdateItem item, String by, Instant now) {
    CommandBody body = Commands.scheduleOsUpdate(item);
    return order(mac, command(body, by, now, ORDER).about(body.requestType()));
  }

  private static CommandOrder order(ChannelId mac, NewCommand command) {
    return new CommandOrder(command.because("macOS update"), List.of(mac));
  }

  private static NewCommand command(CommandBody body, String by, Instant now, Duration life) {
    CommandUuid uuid = CommandUuid.random();
    return new NewCommand(
        uuid,
        body.requestType(),
        body.encode(uuid.value()),
        NewCommand.ROUTINE,
        OWNER,
        by,
        now,
        Optional.of(now.plus(life)));
  }
}
