package io.pomona.enrollment;

/**
 * What a Mac is answered.
 *
 * @param body empty for most
 */
public record CheckInAnswer(int status, byte[] body) {
  private static final CheckInAnswer DONE = new CheckInAnswer(200, new byte[0]);

  static CheckInAnswer done() {
    return DONE;
  }

  static CheckInAnswer of(byte[] body) {
    return new CheckInAnswer(200, body);
  }

  /** To UserAuthenticate only: this user is not managed. */
  static CheckInAnswer notThisUser() {
    return new CheckInAnswer(410, new byte[0]);
  }

  /** The status alone: the body may be a secret. */
  @Override
  public String toString() {
    return "CheckInAnswer[" + status + "]";
  }
}
