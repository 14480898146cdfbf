package io.pomona.enrollment;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.organization.Actor;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The questions after a Mac's details. */
final class InventoryCommands {
  static final String OWNER = "enrollment";

  // A Mac that was away longer is asked anew; then the old question only costs time.
  private static final Duration LIFE = Duration.ofHours(24);

  private InventoryCommands() {}

  static List<CommandOrder> orders(ChannelId device, Actor actor, Instant now) {
    return List.of(
        order(device, Commands.deviceInformation(Commands.DEVICE_INFORMATION_QUERIES), actor, now),
        order(device, Commands.securityInfo(), actor, now));
  }

  private static CommandOrder order(ChannelId device, CommandBody body, Actor actor, Instant now) {
    CommandUuid uuid = CommandUuid.random();
    NewCommand command =
        new NewCommand(
            uuid,
            body.requestType(),
            body.encode(uuid.value()),
            NewCommand.ROUTINE,
            OWNER,
            actor.name(),
            now,
            Optional.of(now.plus(LIFE)));
    // The newest question is enough for a Mac that is away.
    return new CommandOrder(
        command.because("inventory refresh").about(body.requestType()), List.of(device));
  }
}
