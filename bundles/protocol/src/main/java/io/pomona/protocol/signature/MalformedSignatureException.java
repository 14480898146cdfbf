package io.pomona.protocol.signature;

/**
 * The bytes are not a CMS structure of the form that a Mac sends. The message says what is wrong.
 */
public sealed class MalformedSignatureException extends IllegalArgumentException
    permits UnknownSchemeException {
  private static final long serialVersionUID = 1L;

  public MalformedSignatureException(String message) {
    super(message);
  }

  public MalformedSignatureException(String message, Throwable cause) {
    super(message, cause);
  }
}
