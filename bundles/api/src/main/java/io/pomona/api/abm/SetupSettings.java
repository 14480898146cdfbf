package io.pomona.api.abm;

/**
 * What a team wants of Macs that enroll automatically.
 *
 * @param endUserAuthentication whether the person logs in at the identity provider first
 * @param releaseManually whether a Mac waits in Setup Assistant until an admin lets it go
 */
public record SetupSettings(boolean endUserAuthentication, boolean releaseManually) {
  public static SetupSettings none() {
    return new SetupSettings(false, false);
  }
}
