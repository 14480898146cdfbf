package io.pomona.abm;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.api.pki.EncryptionKeys;
import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.KeySource;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/** The simulator's cryptography in the words of the service. */
final class FakeEncryptionKeys implements EncryptionKeys {
  private static final KeySource KEYS = KeySource.pooled(3);

  @Override
  public EncryptionKey create(String commonName, Duration life) {
    Identity made = Authority.create("CN=" + commonName, KEYS.next(), Clock.systemUTC()).identity();
    return new EncryptionKey(
        Secret.of(made.key().getEncoded()), Certificates.der(made.certificate()));
  }

  @Override
  public Secret open(byte[] enveloped, Secret key, byte[] certificate) {
    try {
      PrivateKey opener =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.reveal()));
      KeyTransRecipientId mine =
          new KeyTransRecipientId(
              Certificates.parse(certificate).getIssuer(),
              Certificates.parse(certificate).getSerialNumber());
      Iterator<RecipientInformation> found =
          new CMSEnvelopedData(enveloped).getRecipientInfos().getRecipients(mine).iterator();
      if (!found.hasNext()) {
        throw MdmException.invalid("pki.envelope_for_another", "envelope", "For another key.");
      }
      return Secret.of(
          found
              .next()
              .getContent(
                  new JceKeyTransEnvelopedRecipient(opener)
                      .setProvider(Certificates.BOUNCY_CASTLE)));
    } catch (CMSException | GeneralSecurityException e) {
      throw MdmException.invalid("pki.envelope_unreadable", "envelope", "Cannot be read.");
    }
  }
}
