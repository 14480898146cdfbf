package io.pomona.protocol.signature;

/** A signature that may be good, but not of a kind that Macs make. */
final class UnknownSchemeException extends MalformedSignatureException {
  private static final long serialVersionUID = 1L;

  UnknownSchemeException(String message) {
    super(message);
  }
}
