package io.pomona.simulator.mac;

import io.pomona.simulator.mac.scep.ScepOptions;

/**
 * How one Mac behaves where Macs differ.
 *
 * @param scep its SCEP dialect
 * @param signature how it signs messages
 * @param userChannel sends a second TokenUpdate for its user where the profile allows that
 * @param mutualTls shows its identity in the TLS handshake
 * @param acknowledgeRenewalByOld signs the Acknowledged of a renewal with the identity just
 *     replaced
 */
public record MacOptions(
    ScepOptions scep,
    MessageSignature signature,
    boolean userChannel,
    boolean mutualTls,
    boolean acknowledgeRenewalByOld) {

  public static MacOptions modern() {
    return new MacOptions(ScepOptions.modern(), MessageSignature.SHA256, false, false, false);
  }

  /** A Mac of 2016: SHA-1 everywhere, no signed attributes in its message signatures. */
  public static MacOptions of2016() {
    return new MacOptions(ScepOptions.of2016(), MessageSignature.SHA1_DIRECT, false, false, false);
  }

  public MacOptions withScep(ScepOptions other) {
    return new MacOptions(other, signature, userChannel, mutualTls, acknowledgeRenewalByOld);
  }

  public MacOptions withUserChannel() {
    return new MacOptions(scep, signature, true, mutualTls, acknowledgeRenewalByOld);
  }

  public MacOptions withMutualTls() {
    return new MacOptions(scep, signature, userChannel, true, acknowledgeRenewalByOld);
  }

  public MacOptions acknowledgingRenewalByOld() {
    return new MacOptions(scep, signature, userChannel, mutualTls, true);
  }
}
