package io.pomona.protocol.dep;

/** A file that is no server token. The message is a sentence for who chose the file. */
public final class MalformedServerTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedServerTokenException(String message) {
    super(message);
  }
}
