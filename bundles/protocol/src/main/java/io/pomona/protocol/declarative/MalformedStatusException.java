package io.pomona.protocol.declarative;

/** No status report, or one beyond all limits; holds nothing of it. */
public final class MalformedStatusException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedStatusException(String message) {
    super(message);
  }
}
