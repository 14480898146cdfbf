package io.pomona.api.pki;

/** Signs configuration profiles that this server makes. */
public interface ProfileSigner {
  /** The profile as attached CMS SignedData in DER, with the signer's chain. */
  byte[] sign(byte[] mobileconfig);
}
