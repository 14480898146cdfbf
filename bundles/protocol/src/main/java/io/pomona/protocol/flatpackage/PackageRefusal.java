package io.pomona.protocol.flatpackage;

/** Why macOS would not install what came; the message says what to do. */
public final class PackageRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  PackageRefusal(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** One word for machines: {@code package_not_signed}. */
  public String reason() {
    return reason;
  }

  /** Whether it was only too much of it. */
  public boolean isTooLarge() {
    return reason.equals(PackageStream.TOO_LARGE);
  }

  PackageRefusal causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }
}
