package io.pomona.api.pki;

import java.util.Optional;

/**
 * Whom a challenge was issued for. Authenticate under a certificate that was issued for it is
 * refused from any other Mac.
 *
 * @param udid required for renewals
 * @param serialNumber the Mac that may use it; empty = the first Mac that does
 * @param person the e-mail address of who got it, where somebody logged in for it
 */
public record ChallengeBinding(
    ChallengePurpose purpose,
    Optional<String> udid,
    Optional<String> serialNumber,
    Optional<String> person) {

  /** For a profile that lets in whichever Mac uses it first. */
  public static ChallengeBinding anyMac() {
    return new ChallengeBinding(
        ChallengePurpose.ENROLLMENT, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, of which is known who got it. */
  public static ChallengeBinding macOf(String email) {
    return new ChallengeBinding(
        ChallengePurpose.ENROLLMENT, Optional.empty(), Optional.empty(), Optional.of(email));
  }

  /** For a profile that lets in one Mac only. */
  public static ChallengeBinding mac(String serialNumber) {
    return new ChallengeBinding(
        ChallengePurpose.ENROLLMENT, Optional.empty(), Optional.of(serialNumber), Optional.empty());
  }

  /** For a Mac that ABM sends to us, and for no other. */
  public static ChallengeBinding automatic(String serialNumber, Optional<String> udid) {
    return new ChallengeBinding(
        ChallengePurpose.AUTOMATIC, udid, Optional.of(serialNumber), Optional.empty());
  }

  public static ChallengeBinding renewal(String udid) {
    return new ChallengeBinding(
        ChallengePurpose.RENEWAL, Optional.of(udid), Optional.empty(), Optional.empty());
  }
}
