package io.pomona.pki.device;

/** Why a readable request gets a CertRep that says FAILURE. */
final class ScepRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** RFC 8894, 3.2.1.4.5. */
  enum FailInfo {
    BAD_ALGORITHM,
    BAD_MESSAGE_CHECK,
    BAD_REQUEST,
    BAD_TIME,
    BAD_CERTIFICATE_ID;

    String code() {
      return Integer.toString(ordinal());
    }
  }

  private final FailInfo info;

  ScepRefusal(FailInfo info, String reason) {
    super(reason);
    this.info = info;
  }

  ScepRefusal(FailInfo info, String reason, Throwable cause) {
    super(reason, cause);
    this.info = info;
  }

  FailInfo info() {
    return info;
  }
}
