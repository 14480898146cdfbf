package io.pomona.enrollment;

/**
 * What a Mac is answered.
 *
 * @param body empty for most
 * @param mediaType of the body
 */
public record CheckInAnswer(int status, byte[] body, String mediaType) {
  private static final String PLIST = "application/xml; charset=UTF-8";
  private static final CheckInAnswer DONE = new CheckInAnswer(200, new byte[0], PLIST);

  static CheckInAnswer done() {
    return DONE;
  }

  static CheckInAnswer of(byte[] body) {
    return new CheckInAnswer(200, body, PLIST);
  }

  /** To DeclarativeManagement only. */
  static CheckInAnswer json(byte[] body) {
    return new CheckInAnswer(200, body, "application/json");
  }

  /** To UserAuthenticate only: this user is not managed. */
  static CheckInAnswer notThisUser() {
    return new CheckInAnswer(410, new byte[0], PLIST);
  }

  /** The status alone: the body may be a secret. */
  @Override
  public String toString() {
    return "CheckInAnswer[" + status + "]";
  }
}
