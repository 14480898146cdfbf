package io.pomona.simulator.mac.scep;

/**
 * How this Mac speaks SCEP where Macs differ.
 *
 * @param digest SHA-1, SHA-256 or SHA-512 for the outer signature and the request
 * @param aes AES-128 when the server offers it; else 3DES always
 * @param get PKIOperation by GET though the server offers POST
 * @param challengeAttribute the challenge as a signed attribute too, as Macs of 2017 sent it
 */
public record ScepOptions(String digest, boolean aes, boolean get, boolean challengeAttribute) {

  public static ScepOptions modern() {
    return new ScepOptions("SHA-256", true, false, false);
  }

  /** As the real capture of 2016: SHA-1 and 3DES whatever the server says. */
  public static ScepOptions of2016() {
    return new ScepOptions("SHA-1", false, false, false);
  }

  public ScepOptions byGet() {
    return new ScepOptions(digest, aes, true, challengeAttribute);
  }

  public ScepOptions withChallengeAttribute() {
    return new ScepOptions(digest, aes, get, true);
  }

  String signature() {
    return digest.replace("-", "") + "withRSA";
  }
}
