package io.pomona.pki.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.security.PrivateKey;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A CertRep as a client reads it: signature checked, attributes taken out, envelope opened. */
record MacAnswer(
    String status,
    Optional<String> failInfo,
    String transactionId,
    byte[] recipientNonce,
    Optional<ASN1ObjectIdentifier> cipher,
    List<X509CertificateHolder> certificates) {
  // Slow to make.
  private static final Provider PROVIDER = new BouncyCastleProvider();

  static MacAnswer read(byte[] answer, List<X509CertificateHolder> cas, PrivateKey key)
      throws Exception {
    CMSSignedData data = new CMSSignedData(answer);
    SignerInformation signer = data.getSignerInfos().getSigners().iterator().next();
    assertTrue("signed by a CA that is known", isSignedByAny(signer, cas));
    assertEquals("3", text(signer, 2).orElseThrow());
    String status = text(signer, 3).orElseThrow();
    Optional<ASN1ObjectIdentifier> cipher = Optional.empty();
    List<X509CertificateHolder> certificates = new ArrayList<>();
    if (status.equals("0")) {
      CMSEnvelopedData envelope =
          new CMSEnvelopedData((byte[]) data.getSignedContent().getContent());
      cipher = Optional.of(envelope.getContentEncryptionAlgorithm().getAlgorithm());
      RecipientInformation recipient =
          envelope.getRecipientInfos().getRecipients().iterator().next();
      byte[] inner =
          recipient.getContent(new JceKeyTransEnvelopedRecipient(key).setProvider(PROVIDER));
      certificates.addAll(new CMSSignedData(inner).getCertificates().getMatches(null));
    }
    return new MacAnswer(
        status,
        text(signer, 4),
        text(signer, 7).orElseThrow(),
        ASN1OctetString.getInstance(value(signer, 6).orElseThrow()).getOctets(),
        cipher,
        certificates);
  }

  private static boolean isSignedByAny(SignerInformation signer, List<X509CertificateHolder> cas)
      throws Exception {
    for (X509CertificateHolder ca : cas) {
      JcaSimpleSignerInfoVerifierBuilder verifier =
          new JcaSimpleSignerInfoVerifierBuilder().setProvider(PROVIDER);
      if (signer.getSID().match(ca) && signer.verify(verifier.build(ca))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> text(SignerInformation signer, int last) {
    return value(signer, last).map(each -> ((ASN1String) each).getString());
  }

  private static Optional<org.bouncycastle.asn1.ASN1Encodable> value(
      SignerInformation signer, int last) {
    Attribute found =
        signer.getSignedAttributes().get(new ASN1ObjectIdentifier("2.16.840.1.113733.1.9." + last));
    return Optional.ofNullable(found).map(each -> each.getAttrValues().getObjectAt(0));
  }

  boolean isSuccess() {
    return status.equals("0");
  }

  X509CertificateHolder issued() {
    return certificates.get(0);
  }
}
