package io.pomona.abm.setup;

import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.EndUser;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import io.pomona.protocol.command.PackageManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is sent to a Mac while it is set up. */
final class SetupCommands {
  static final String OWNER = "abm-setup";

  // A Mac that was switched off in the middle of its set-up still wants its package.
  private static final Duration LIFE = Duration.ofDays(30);
  private static final String IDENTIFIER = "io.pomona.bootstrap";

  private final ChannelId device;
  private final Instant now;

  SetupCommands(ChannelId device, Instant now) {
    this.device = device;
    this.now = now;
  }

  CommandOrder account(EndUser person, boolean locked) {
    return order(
        Commands.accountConfiguration(
            person.fullName(), person.userName(), locked && person.hasOwnName()),
        NewCommand.ROUTINE,
        "set-up: the first account");
  }

  CommandOrder bootstrap(BootstrapPackage wanted, String url) {
    PackageManifest manifest =
        new PackageManifest(
            url, IDENTIFIER, wanted.name(), BootstrapPackage.CHUNK, wanted.chunkSha256s());
    return order(
        Commands.installEnterpriseApplication(manifest),
        NewCommand.ROUTINE,
        "set-up: bootstrap package " + wanted.name());
  }

  CommandOrder release(String why) {
    return order(Commands.deviceConfigured(), NewCommand.URGENT, why);
  }

  private CommandOrder order(CommandBody body, int priority, String reason) {
    CommandUuid uuid = CommandUuid.random();
    NewCommand command =
        new NewCommand(
            uuid,
            body.requestType(),
            body.encode(uuid.value()),
            priority,
            OWNER,
            "Pomona",
            now,
            Optional.of(now.plus(LIFE)));
    return new CommandOrder(command.because(reason), List.of(device));
  }
}
