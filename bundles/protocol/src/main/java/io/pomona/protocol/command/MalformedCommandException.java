package io.pomona.protocol.command;

/**
 * A raw command that cannot be sent to a Mac, or a report that is not as Apple defines it. The
 * message says what is wrong.
 */
public final class MalformedCommandException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedCommandException(String message) {
    super(message);
  }

  public MalformedCommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
