package io.pomona.simulator.mac.disk;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.mac.MacHardware;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;

/** A recovery key for the owner of one certificate: CMS EnvelopedData with RSA key transport. */
final class KeyEnvelope {

  /** Older systems wrap with the cipher that all of them once had. */
  private static final int FIRST_WITH_AES = 14;

  private KeyEnvelope() {}

  static byte[] of(String recoveryKey, X509CertificateHolder certificate, MacHardware mac) {
    ASN1ObjectIdentifier cipher =
        mac.majorVersion() < FIRST_WITH_AES ? CMSAlgorithm.DES_EDE3_CBC : CMSAlgorithm.AES256_CBC;
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    try {
      generator.addRecipientInfoGenerator(
          new JceKeyTransRecipientInfoGenerator(Certificates.jca(certificate))
              .setProvider(Certificates.BOUNCY_CASTLE));
      return generator
          .generate(
              new CMSProcessableByteArray(recoveryKey.getBytes(StandardCharsets.UTF_8)),
              new JceCMSContentEncryptorBuilder(cipher)
                  .setProvider(Certificates.BOUNCY_CASTLE)
                  .build())
          .toASN1Structure()
          .getEncoded("DER");
    } catch (CMSException | CertificateEncodingException | IOException e) {
      throw new IllegalArgumentException("No recovery key can be wrapped for this certificate", e);
    }
  }
}
