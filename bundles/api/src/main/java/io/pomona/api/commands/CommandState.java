package io.pomona.api.commands;

/** Where a command is for one channel. */
public enum CommandState {
  QUEUED(false, "Pending"),
  SENT(false, "Pending"),
  NOT_NOW(false, "NotNow"),
  ACKNOWLEDGED(true, "Acknowledged"),
  ERROR(true, "Error"),
  FORMAT_ERROR(true, "CommandFormatError"),
  CANCELLED(true, "Cancelled"),
  EXPIRED(true, "Expired");

  private final boolean ended;
  private final String label;

  CommandState(boolean ended, String label) {
    this.ended = ended;
    this.label = label;
  }

  public boolean isEnded() {
    return ended;
  }

  /** The word of the API. */
  public String label() {
    return label;
  }
}
