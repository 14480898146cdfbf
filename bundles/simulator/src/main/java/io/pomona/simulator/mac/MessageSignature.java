package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.PlainAttributes;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultCMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The Mdm-Signature header: a detached CMS over the body, signed by the device identity. */
public enum MessageSignature {
  SHA256("SHA256withRSA", false),
  /** As captured from macOS: SHA-1, no signed attributes, sha1WithRSA named as the algorithm. */
  SHA1_DIRECT("SHA1withRSA", true);

  public static final String HEADER = "Mdm-Signature";

  private final String algorithm;
  private final boolean direct;

  MessageSignature(String algorithm, boolean direct) {
    this.algorithm = algorithm;
    this.direct = direct;
  }

  /** The header's value. */
  public String of(byte[] body, Identity identity) {
    return Base64.getEncoder().encodeToString(cms(body, identity));
  }

  byte[] cms(byte[] body, Identity identity) {
    return cms(body, identity, List.of(), false);
  }

  /** The body inside, and certificates besides that of the signer. */
  public byte[] attached(byte[] body, Identity identity, List<X509CertificateHolder> chain) {
    return cms(body, identity, chain, true);
  }

  private byte[] cms(
      byte[] body, Identity identity, List<X509CertificateHolder> chain, boolean attached) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder().build(), naming())
              .setDirectSignature(direct)
              .setSignedAttributeGenerator(new PlainAttributes())
              .build(
                  new JcaContentSignerBuilder(algorithm).build(identity.key()),
                  identity.certificate()));
      generator.addCertificate(identity.certificate());
      for (X509CertificateHolder other : chain) {
        generator.addCertificate(other);
      }
      return generator.generate(new CMSProcessableByteArray(body), attached).getEncoded();
    } catch (CMSException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("Cannot sign the message", e);
    }
  }

  private CMSSignatureEncryptionAlgorithmFinder naming() {
    return direct
        ? signatureAlgorithm -> signatureAlgorithm
        : new DefaultCMSSignatureEncryptionAlgorithmFinder();
  }
}
