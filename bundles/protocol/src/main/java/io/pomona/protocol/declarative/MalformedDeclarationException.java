package io.pomona.protocol.declarative;

/** No declaration that a Mac could take; holds nothing of its content. */
public final class MalformedDeclarationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String part;

  public MalformedDeclarationException(String part, String message) {
    super(message);
    this.part = part;
  }

  /** Which part is wrong: identifier, type or payload. */
  public String part() {
    return part;
  }
}
