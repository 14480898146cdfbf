package io.pomona.pki;

import io.pomona.api.pki.CertificateOrder;
import java.security.PublicKey;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
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

  /** Tells it apart from the others, in profiles that outlive its time of issuing. */
  public String name() {
    return "pomona-" + sha256.substring(0, 8);
  }

  public byte[] issue(CertificateOrder order) {
    RsaKey.publicKey(order.publicKey(), RsaKey.STRONG);
    return Issuer.der(
        new CertificateDraft(
                order.commonName(),
                order.publicKey(),
                order.notBefore(),
                issuer.limit(order.notAfter()))
            .endEntity(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
            .purpose(KeyPurposeId.id_kp_clientAuth)
            .signedBy(issuer.certificate(), issuer.key()));
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
