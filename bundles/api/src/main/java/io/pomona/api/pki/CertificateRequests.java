package io.pomona.api.pki;

import io.pomona.api.Secret;

/**
 * Keys whose certificate somebody else issues. Has nothing to do with the device CA and keeps
 * nothing: the caller stores the key, sealed, beside what it is for.
 */
public interface CertificateRequests {
  /** A new RSA key of 2048 bits with a request for it, signed with SHA-256. */
  KeyRequest create(RequestedName name);

  /**
   * Who asks; each is cut at 64 characters.
   *
   * @param email for the attribute emailAddress
   */
  record RequestedName(String commonName, String organization, String email) {}

  /**
   * @param key PKCS#8 in DER
   * @param request PKCS#10 in DER
   */
  record KeyRequest(Secret key, byte[] request) {
    @Override
    public String toString() {
      return "KeyRequest[********]";
    }
  }
}
