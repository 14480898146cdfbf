package io.pomona.protocol.dep;

/** An answer of Apple that is cut off, or lacks what it must have. Holds nothing of the answer. */
public final class MalformedAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedAnswerException(String message) {
    super(message);
  }
}
