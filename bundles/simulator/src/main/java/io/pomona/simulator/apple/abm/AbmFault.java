package io.pomona.simulator.apple.abm;

/** What stands between a call and its good answer. {@link AbmFaults} has them by name. */
@FunctionalInterface
public interface AbmFault {

  /** Whoever does not ask {@code good} refuses before anything happens. */
  AbmAnswer answer(AbmRequest request, Served good);

  /** Does what was asked for. */
  @FunctionalInterface
  interface Served {
    AbmAnswer serve(AbmRequest request);
  }

  /** Thrown by a fault: the connection ends without an answer. */
  final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
