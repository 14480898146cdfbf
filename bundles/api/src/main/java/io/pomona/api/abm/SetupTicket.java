package io.pomona.api.abm;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a Mac is in the web view of Setup Assistant. What names it is kept by its digest only.
 *
 * @param admitted whether it is let in by an admission, which is bound to it
 * @param agreed whether the person has agreed to the organization's terms
 * @param stateSha256 of the login that is under way
 * @param user who has logged in
 * @param done whether the Mac was given its profile
 */
public record SetupTicket(
    String sha256,
    String serialNumber,
    String udid,
    boolean admitted,
    boolean agreed,
    Optional<String> stateSha256,
    Optional<EndUser> user,
    boolean done,
    Instant expires) {

  /** Of a Mac that has just come. */
  public static SetupTicket begun(
      String sha256, String serialNumber, String udid, boolean admitted, Instant expires) {
    return new SetupTicket(
        sha256,
        serialNumber,
        udid,
        admitted,
        false,
        Optional.empty(),
        Optional.empty(),
        false,
        expires);
  }
}
