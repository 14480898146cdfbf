package io.pomona.api.pki;

/**
 * Tells whether a message comes from a holder of a device certificate of ours. Called for every
 * message of a Mac; the verdict over a certificate is kept in memory by its hash until the
 * certificate ends.
 */
public interface DeviceSignatures {
  /**
   * Checks an {@code Mdm-Signature} header over the exact body: one signer, detached, certificate
   * issued by a device CA that is trusted now, within its validity.
   *
   * @throws io.pomona.api.MdmException malformed or invalid
   */
  VerifiedCertificate verify(String mdmSignature, byte[] body);

  /**
   * The same checks for a certificate whose key possession TLS has proven.
   *
   * @throws io.pomona.api.MdmException malformed or invalid
   */
  VerifiedCertificate check(byte[] certificate);
}
