package io.pomona.protocol.plist;

/** The bytes are not a property list that we accept. The message never contains any of them. */
public final class MalformedPlistException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedPlistException(String message) {
    super(message);
  }

  public MalformedPlistException(String message, Throwable cause) {
    super(message, cause);
  }
}
