package io.pomona.simulator.mac;

import java.io.IOException;

/** The server did not accept a check-in message, so the profile is not installed. */
public final class EnrollmentRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  public EnrollmentRefusedException(String message, int status, String body) {
    super(message + " was answered with " + status + (body.isBlank() ? "" : ": " + body));
    this.status = status;
  }

  public int status() {
    return status;
  }
}
