package io.pomona.profiles;

import io.pomona.api.commands.CommandState;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import java.util.Optional;

/** What a profile waits for that is neither verified nor failed. */
enum WaitsFor {
  SENDING("to be sent", true),
  SUCCESSORS("to be removed once what Macs should have instead is there", false),
  MAC("for Macs that have not asked", false),
  ANSWER("for the answers of Macs", false),
  LATER("for Macs that said NotNow", false),
  OUTCOME("for the outcome of a command to be noted", true),
  LOOKING("to be looked for", true),
  LIST("for the profile lists of Macs", false);

  private final String many;
  private final boolean ours;

  WaitsFor(String many, boolean ours) {
    this.many = many;
    this.ours = ours;
  }

  /**
   * @param command how the command is that was sent or will be, empty when there is none
   */
  static WaitsFor of(
      ProfileOperation operation, ProfileStatus status, Optional<CommandState> command) {
    if (status == ProfileStatus.VERIFYING) {
      return command.filter(state -> !state.isEnded()).isPresent() ? LIST : LOOKING;
    }
    if (command.isEmpty()) {
      return operation == ProfileOperation.REMOVE ? SUCCESSORS : SENDING;
    }
    return switch (command.get()) {
      case QUEUED -> MAC;
      case SENT -> ANSWER;
      case NOT_NOW -> LATER;
      case ACKNOWLEDGED, ERROR, FORMAT_ERROR, CANCELLED, EXPIRED -> OUTCOME;
    };
  }

  /** After a number of profiles. */
  String many() {
    return many;
  }

  /** Whether it is this server that keeps the profile waiting, and not a Mac. */
  boolean isOurs() {
    return ours;
  }
}
