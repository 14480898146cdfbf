package io.pomona.pki.device;

import io.pomona.pki.DeviceAuthority;
import io.pomona.pki.DeviceKeyRing;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.bc.BcRSAKeyTransEnvelopedRecipient;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * The opened envelope of a request.
 *
 * @param recipient the device CA that it was encrypted to
 * @param cipher what it was encrypted with
 */
record ScepEnvelope(byte[] content, DeviceAuthority recipient, ASN1ObjectIdentifier cipher) {
  private static final Set<ASN1ObjectIdentifier> CIPHERS =
      Set.of(
          CMSAlgorithm.DES_EDE3_CBC,
          CMSAlgorithm.AES128_CBC,
          CMSAlgorithm.AES192_CBC,
          CMSAlgorithm.AES256_CBC);

  // One answer for all that can go wrong inside, so that it tells nothing about the padding.
  static ScepEnvelope open(byte[] cms, DeviceKeyRing ring) {
    try {
      CMSEnvelopedData data = new CMSEnvelopedData(cms);
      ASN1ObjectIdentifier cipher = data.getContentEncryptionAlgorithm().getAlgorithm();
      if (!CIPHERS.contains(cipher)) {
        throw new ScepRefusal(
            ScepRefusal.FailInfo.BAD_ALGORITHM, "its cipher is none of 3DES and AES in CBC mode");
      }
      return open(data.getRecipientInfos().getRecipients().iterator(), cipher, ring);
    } catch (ScepRefusal e) {
      throw e;
    } catch (CMSException | IOException | RuntimeException | StackOverflowError e) {
      throw unreadable(e);
    }
  }

  private static ScepEnvelope open(
      Iterator<RecipientInformation> recipients, ASN1ObjectIdentifier cipher, DeviceKeyRing ring)
      throws CMSException, IOException {
    RecipientInformation recipient = recipients.next();
    if (recipients.hasNext() || !(recipient.getRID() instanceof KeyTransRecipientId id)) {
      throw new IllegalArgumentException("There is not exactly one recipient with an RSA key.");
    }
    DeviceAuthority authority =
        ring.named(id.getIssuer(), id.getSerialNumber())
            .orElseThrow(() -> new IllegalArgumentException("It is for another CA."));
    byte[] key = authority.issuer().key().getEncoded();
    byte[] content =
        recipient.getContent(new BcRSAKeyTransEnvelopedRecipient(PrivateKeyFactory.createKey(key)));
    return new ScepEnvelope(content, authority, cipher);
  }

  private static ScepRefusal unreadable(Throwable cause) {
    return new ScepRefusal(
        ScepRefusal.FailInfo.BAD_MESSAGE_CHECK,
        "its envelope cannot be opened with a device CA of this server",
        cause);
  }
}
