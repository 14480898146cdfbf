package io.pomona.protocol.command;

import java.util.Optional;

/** What a Mac says about a command. */
public enum CommandStatus {
  /** Nothing to report; the Mac asks for work. */
  IDLE("Idle"),
  /** Done. */
  ACKNOWLEDGED("Acknowledged"),
  /** Refused or failed; see the error chain. */
  ERROR("Error"),
  /** Not understood. */
  COMMAND_FORMAT_ERROR("CommandFormatError"),
  /** Not possible at the moment; the command stays in the queue. */
  NOT_NOW("NotNow");

  private final String wireName;

  CommandStatus(String wireName) {
    this.wireName = wireName;
  }

  /** Apple's spelling. */
  public String wireName() {
    return wireName;
  }

  /** By Apple's spelling. */
  public static Optional<CommandStatus> of(String wireName) {
    for (CommandStatus status : values()) {
      if (status.wireName.equals(wireName)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
