package io.pomona.protocol.profile;

/** The file is not a configuration profile. The message tells an admin what is wrong with it. */
public final class MalformedProfileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedProfileException(String message) {
    super(message);
  }

  public MalformedProfileException(String message, Throwable cause) {
    super(message, cause);
  }
}
