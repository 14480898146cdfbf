package io.pomona.pki;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.bc.BcRSAKeyTransEnvelopedRecipient;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** A CMS EnvelopedData that somebody made for one of our certificates. */
final class Envelope {
  private static final int MOST_BYTES = 1 << 20;
  private static final Set<ASN1ObjectIdentifier> CIPHERS =
      Set.of(
          CMSAlgorithm.DES_EDE3_CBC,
          CMSAlgorithm.AES128_CBC,
          CMSAlgorithm.AES192_CBC,
          CMSAlgorithm.AES256_CBC);

  private final CMSEnvelopedData data;

  private Envelope(CMSEnvelopedData data) {
    this.data = data;
  }

  static Envelope read(byte[] cms) {
    if (cms.length > MOST_BYTES) {
      throw refused(
          "envelope_too_large",
          "The encrypted file has more than 1 MiB, which none of this kind has: choose the file"
              + " that was sent to you.");
    }
    try {
      return new Envelope(new CMSEnvelopedData(cms));
    } catch (CMSException | RuntimeException | StackOverflowError e) {
      throw refused(
              "envelope_unreadable",
              "This is no encrypted message (CMS EnvelopedData): choose the file as it was sent to"
                  + " you, whole and unchanged.")
          .causedBy(e);
    }
  }

  // Bouncy Castle reads parts of it only when they are asked for.
  Secret open(Secret key, X509CertificateHolder certificate) {
    byte[] pkcs8 = RsaKey.privateKey(key.reveal()).getEncoded();
    try {
      RecipientInformation recipient = recipient(certificate);
      requireAlgorithms(recipient);
      return Secret.of(
          recipient.getContent(
              new BcRSAKeyTransEnvelopedRecipient(PrivateKeyFactory.createKey(pkcs8))));
    } catch (MdmException e) {
      throw e;
    } catch (CMSException | IOException | RuntimeException | StackOverflowError e) {
      throw damaged().causedBy(e);
    }
  }

  private RecipientInformation recipient(X509CertificateHolder certificate) {
    for (RecipientInformation each : data.getRecipientInfos().getRecipients()) {
      if (each.getRID() instanceof KeyTransRecipientId id && names(id, certificate)) {
        return each;
      }
    }
    throw refused(
        "envelope_for_another",
        "The file was encrypted for another certificate: upload the certificate that is shown here,"
            + " and fetch the file again.");
  }

  private static boolean names(KeyTransRecipientId id, X509CertificateHolder certificate) {
    if (id.getSerialNumber() != null) {
      return id.getSerialNumber().equals(certificate.getSerialNumber())
          && id.getIssuer().equals(certificate.getIssuer());
    }
    return Arrays.equals(id.getSubjectKeyIdentifier(), keyIdentifier(certificate));
  }

  private static byte[] keyIdentifier(X509CertificateHolder certificate) {
    SubjectKeyIdentifier own =
        certificate.hasExtensions()
            ? SubjectKeyIdentifier.fromExtensions(certificate.getExtensions())
            : null;
    return own == null
        ? new BcX509ExtensionUtils()
            .createSubjectKeyIdentifier(certificate.getSubjectPublicKeyInfo())
            .getKeyIdentifier()
        : own.getKeyIdentifier();
  }

  private void requireAlgorithms(RecipientInformation recipient) {
    boolean known =
        CIPHERS.contains(data.getContentEncryptionAlgorithm().getAlgorithm())
            && recipient
                .getKeyEncryptionAlgorithm()
                .getAlgorithm()
                .equals(PKCSObjectIdentifiers.rsaEncryption);
    if (!known) {
      throw refused(
          "envelope_algorithm",
          "The file is encrypted in a way that is not supported: it must be 3DES or AES in CBC"
              + " mode, with the key under RSA PKCS#1 1.5.");
    }
  }

  private static MdmException damaged() {
    return refused(
        "envelope_damaged",
        "The file names our certificate and cannot be opened with its key: it was changed on its"
            + " way. Fetch it again.");
  }

  private static MdmException refused(String code, String message) {
    return new MdmException(MdmException.Kind.INVALID, "pki." + code, message);
  }
}
