package io.pomona.simulator.apple;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An MDM vendor certificate with its key, as developer.apple.com would have issued it.
 *
 * @param relations the intermediate that issued it
 */
public record VendorIdentity(
    Identity identity, X509CertificateHolder relations, X509CertificateHolder root) {

  /** With all that Apple has above it. */
  public String chainPem() {
    return certificatePem() + Certificates.pem(relations) + Certificates.pem(root);
  }

  public String certificatePem() {
    return Certificates.pem(identity.certificate());
  }

  /** PKCS#8, not encrypted. */
  public String keyPem() {
    return Certificates.pem("PRIVATE KEY", identity.key().getEncoded());
  }

  /** What goes into a push request, each line as Apple wants it. */
  List<X509CertificateHolder> chain() {
    return List.of(identity.certificate(), relations, root);
  }
}
