package io.pomona.escrow.filevault;

import io.pomona.api.Secret;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.api.pki.EncryptionKeys;
import io.pomona.pki.SelfSignedEncryptionKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.bc.BcCMSContentEncryptorBuilder;
import org.bouncycastle.cms.bc.BcRSAKeyTransRecipientInfoGenerator;

/** The server's own, but for pairs that all tests share: to make one takes long. */
final class PreparedKeys implements EncryptionKeys {
  private static final SelfSignedEncryptionKeys REAL = new SelfSignedEncryptionKeys();
  private static final List<EncryptionKey> MADE = new ArrayList<>();

  private int given;
  int opened;

  @Override
  public EncryptionKey create(String commonName, Duration life) {
    return pair(given++, commonName, life);
  }

  private static synchronized EncryptionKey pair(int number, String commonName, Duration life) {
    while (MADE.size() <= number) {
      MADE.add(REAL.create(commonName, life));
    }
    return MADE.get(number);
  }

  @Override
  public Secret open(byte[] enveloped, Secret key, byte[] certificate) {
    opened++;
    return REAL.open(enveloped, key, certificate);
  }

  /** What a Mac makes of its recovery key. */
  static byte[] envelope(byte[] certificate, String text) {
    try {
      CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(
          new BcRSAKeyTransRecipientInfoGenerator(new X509CertificateHolder(certificate)));
      return generator
          .generate(
              new CMSProcessableByteArray(text.getBytes(StandardCharsets.UTF_8)),
              new BcCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build())
          .getEncoded();
    } catch (CMSException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
