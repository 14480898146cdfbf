package io.pomona.api.abm;

import io.pomona.api.commands.CommandUuid;
import java.util.Optional;

/**
 * One thing that is done to a Mac when it is set up.
 *
 * @param command by which it is done
 * @param detail why it failed or what it waits for, in words; empty text for nothing to say
 */
public record SetupStep(SetupStepStatus status, Optional<CommandUuid> command, String detail) {
  public static SetupStep none() {
    return new SetupStep(SetupStepStatus.NONE, Optional.empty(), "");
  }

  public static SetupStep sent(CommandUuid command) {
    return new SetupStep(SetupStepStatus.PENDING, Optional.of(command), "");
  }

  public SetupStep done() {
    return new SetupStep(SetupStepStatus.DONE, command, "");
  }

  public SetupStep failed(String reason) {
    return new SetupStep(SetupStepStatus.FAILED, command, reason);
  }

  public SetupStep waiting(String reason) {
    return new SetupStep(SetupStepStatus.PENDING, command, reason);
  }

  public boolean isPending() {
    return status == SetupStepStatus.PENDING;
  }
}
