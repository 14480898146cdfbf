package io.pomona.escrow.recoverylock;

import io.pomona.api.Secret;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commands around recovery lock passwords. */
final class RecoveryLockOrders {
  static final String OWNER = "escrow-recovery-lock";
  private static final Duration LIFE = Duration.ofDays(30);

  private RecoveryLockOrders() {}

  static CommandOrder set(
      CommandUuid uuid,
      ChannelId device,
      Optional<Secret> current,
      Secret next,
      String by,
      Instant now) {
    CommandBody body = Commands.setRecoveryLock(current.map(Secret::revealText), next.revealText());
    String why = next.isEmpty() ? "recovery lock is taken off" : "recovery lock password";
    return order(uuid, device, body, by, why, now);
  }

  static CommandOrder verify(
      CommandUuid uuid, ChannelId device, Secret password, String by, Instant now) {
    CommandBody body = Commands.verifyRecoveryLock(password.revealText());
    return order(uuid, device, body, by, "whether the recovery lock password is in force", now);
  }

  private static CommandOrder order(
      CommandUuid uuid, ChannelId device, CommandBody body, String by, String why, Instant now) {
    NewCommand command =
        new NewCommand(
            uuid,
            body.requestType(),
            body.encode(uuid.value()),
            NewCommand.ROUTINE,
            OWNER,
            by,
            now,
            Optional.of(now.plus(LIFE)));
    return new CommandOrder(command.because(why), List.of(device));
  }
}
