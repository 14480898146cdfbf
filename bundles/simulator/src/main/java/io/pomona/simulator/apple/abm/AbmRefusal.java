package io.pomona.simulator.apple.abm;

/** A request that Apple would not serve, with the text it would answer. */
final class AbmRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  AbmRefusal(int status, String text) {
    super(text);
    this.status = status;
  }

  static AbmRefusal badRequest(String text) {
    return new AbmRefusal(400, text);
  }

  AbmAnswer answer() {
    return AbmAnswer.refused(status, getMessage());
  }
}
