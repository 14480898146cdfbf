package io.pomona.escrow.keys;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.escrow.NewKeyRotation;
import io.pomona.protocol.command.Commands;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks a Mac which recovery key its disk has, where the answer to the replacement did not say. */
final class KeyQuestion {
  private KeyQuestion() {}

  static CommandOrder order(NewKeyRotation wanted, Instant now, Instant until) {
    CommandUuid uuid = CommandUuid.random();
    NewCommand command =
        new NewCommand(
                uuid,
                "SecurityInfo",
                Commands.securityInfo().encode(uuid.value()),
                NewCommand.ROUTINE,
                KeyReplacement.OWNER,
                wanted.requestedBy().name(),
                now,
                Optional.of(until))
            .because("the new recovery key")
            .about("recovery-key");
    return new CommandOrder(command, List.of(wanted.device()));
  }
}
