package io.pomona.protocol.dep;

/** The content is not what a Mac says of itself. The message says what is wrong. */
public final class MalformedMachineInfoException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedMachineInfoException(String message) {
    super(message);
  }

  public MalformedMachineInfoException(String message, Throwable cause) {
    super(message, cause);
  }
}
