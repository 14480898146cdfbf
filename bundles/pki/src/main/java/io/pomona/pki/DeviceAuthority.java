package io.pomona.pki;

import java.security.PublicKey;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * A device CA with its key in the clear, in memory only.
 *
 * @param sha256 of its certificate
 * @param active whether new certificates are issued by it
 */
public record DeviceAuthority(String sha256, Issuer issuer, PublicKey publicKey, boolean active) {
  static DeviceAuthority of(Issuer issuer, boolean active) {
    PublicKey key = RsaKey.publicKey(issuer.certificate().getSubjectPublicKeyInfo(), RsaKey.STRONG);
    return new DeviceAuthority(issuer.sha256(), issuer, key, active);
  }

  /** Whether it has issued this: the names agree and the signature is its own. */
  boolean hasIssued(X509CertificateHolder certificate) {
    if (!certificate.getIssuer().equals(issuer.certificate().getSubject())) {
      return false;
    }
    try {
      ContentVerifierProvider verifier = new JcaContentVerifierProviderBuilder().build(publicKey);
      return certificate.isSignatureValid(verifier);
    } catch (OperatorException | CertException | RuntimeException e) {
      return false;
    }
  }
}
