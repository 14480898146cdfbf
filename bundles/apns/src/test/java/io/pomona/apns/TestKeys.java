package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.pki.CertificateRequests;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.api.pki.EncryptionKeys;
import io.pomona.simulator.crypto.Certificates;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** What the slice of keys does, in short. */
final class TestKeys implements CertificateRequests, EncryptionKeys {
  private static final Duration YEAR = Duration.ofDays(365);

  @Override
  public KeyRequest create(RequestedName name) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      byte[] request =
          new JcaPKCS10CertificationRequestBuilder(
                  new X500Name("CN=" + name.commonName()), pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
              .getEncoded();
      return new KeyRequest(Secret.of(pair.getPrivate().getEncoded()), request);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public EncryptionKey create(String commonName, Duration life) {
    try {
      TestPair pair = TestPair.make("CN=encryption", Instant.now(), YEAR);
      return new EncryptionKey(Secret.of(pair.key().getEncoded()), pair.certificate().getEncoded());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Secret open(byte[] enveloped, Secret key, byte[] certificate) {
    try {
      PrivateKey opener = PrivateKeyFile.pkcs8(key.reveal());
      RecipientInformation recipient =
          new CMSEnvelopedData(enveloped)
              .getRecipientInfos()
              .get(new JceKeyTransRecipientId(PushCertificateFile.der(certificate)));
      if (recipient == null) {
        throw new MdmException(MdmException.Kind.INVALID, "pki.envelope_for_another", "Another.");
      }
      return Secret.of(
          recipient.getContent(
              new JceKeyTransEnvelopedRecipient(opener).setProvider(Certificates.BOUNCY_CASTLE)));
    } catch (MdmException e) {
      throw e;
    } catch (Exception e) {
      throw new MdmException(MdmException.Kind.INVALID, "pki.envelope_unreadable", "Unreadable.");
    }
  }
}
