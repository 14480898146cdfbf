package io.pomona.api.pki;

import java.util.List;

/**
 * Extension point: issues device identities. Pomona's own keeps its key sealed in the store;
 * another bundle may offer one with a higher service ranking that asks an external CA.
 */
public interface CertificateAuthority {
  /** Issues; may take as long as an RSA signature or a call to another CA. */
  byte[] issue(CertificateOrder order);

  /** The certificate that Macs see by GetCACert, with its issuers after it. */
  List<byte[]> chain();

  /** The name that SCEP clients give in {@code message}. */
  String name();
}
