package io.pomona.simulator.mac;

/** The Mac does not install this profile; carries what it reports to the server. */
public final class ProfileRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient ErrorItem error;

  public ProfileRefusedException(ErrorItem error) {
    super(error.description());
    this.error = error;
  }

  static ProfileRefusedException malformed(String reason) {
    return new ProfileRefusedException(
        new ErrorItem(1000, "MCProfileErrorDomain", "The profile is malformed. " + reason));
  }

  public ErrorItem error() {
    return error;
  }
}
