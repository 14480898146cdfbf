package io.pomona.protocol.checkin;

/**
 * A check-in message that is not as Apple defines it. The message says what is wrong, for a 400.
 */
public final class MalformedMessageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedMessageException(String message) {
    super(message);
  }

  public MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
