package io.pomona.simulator.mac;

/**
 * How far an enrollment goes that Apple Business Manager decided on.
 *
 * @param automatic enrolled from Setup Assistant, or renewed with Apple's say
 * @param supervised as its ABM profile says; any Mac since macOS 11 is, whatever that says
 * @param awaiting waits in Setup Assistant for DeviceConfigured
 * @param removable its user may take the MDM profile off
 */
public record Supervision(
    boolean automatic, boolean supervised, boolean awaiting, boolean removable) {

  /** Enrolled by hand. */
  public static Supervision none() {
    return new Supervision(false, true, false, true);
  }

  Supervision configured() {
    return new Supervision(automatic, supervised, false, removable);
  }
}
