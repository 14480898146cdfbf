package io.pomona.simulator.mac.scep;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.operator.OperatorCreationException;

/** The server's answer to a SCEP request, verified as a Mac verifies it. */
public final class CertRep {

  public enum Status {
    SUCCESS,
    FAILURE,
    PENDING
  }

  private final CMSSignedData signed;
  private final SignerInformation signer;

  private CertRep(CMSSignedData signed, SignerInformation signer) {
    this.signed = signed;
    this.signer = signer;
  }

  /** Checks signature, message type, transaction and nonce before anything is believed. */
  public static CertRep read(
      byte[] reply, ScepMessage request, List<X509CertificateHolder> authorities)
      throws ScepFailure {
    try {
      CMSSignedData signed = new CMSSignedData(reply);
      Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
      require(signers.size() == 1, "The SCEP answer does not have exactly one signer");
      CertRep answer = new CertRep(signed, signers.iterator().next());
      answer.verify(authorities);
      answer.match(request);
      return answer;
    } catch (CMSException | CertificateException | OperatorCreationException e) {
      throw new ScepFailure("The SCEP answer cannot be read: " + e.getMessage());
    }
  }

  private void verify(List<X509CertificateHolder> authorities)
      throws ScepFailure, CMSException, CertificateException, OperatorCreationException {
    for (X509CertificateHolder authority : authorities) {
      if (signer.getSID().match(authority)) {
        require(
            signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Certificates.BOUNCY_CASTLE)
                    .build(authority)),
            "The signature of the SCEP answer does not hold");
        return;
      }
    }
    throw new ScepFailure("The SCEP answer is not signed by the CA that GetCACert gave");
  }

  private void match(ScepMessage request) throws ScepFailure {
    require(
        ScepIds.CERT_REP.equals(text(ScepIds.MESSAGE_TYPE)), "The SCEP answer is not a CertRep");
    require(
        request.transactionId().equals(text(ScepIds.TRANSACTION_ID)),
        "The SCEP answer belongs to another transaction");
    ASN1OctetString nonce = ASN1OctetString.getInstance(value(ScepIds.RECIPIENT_NONCE));
    require(
        Arrays.equals(nonce.getOctets(), request.senderNonce()),
        "The SCEP answer repeats another nonce");
  }

  public Status status() throws ScepFailure {
    return switch (text(ScepIds.PKI_STATUS)) {
      case "0" -> Status.SUCCESS;
      case "2" -> Status.FAILURE;
      case "3" -> Status.PENDING;
      default -> throw new ScepFailure("Unknown pkiStatus " + text(ScepIds.PKI_STATUS));
    };
  }

  public int failInfo() throws ScepFailure {
    return Integer.parseInt(text(ScepIds.FAIL_INFO));
  }

  /** Opens the envelope with the signer's key, for that is whom the server encrypts to. */
  public Collection<X509CertificateHolder> certificates(Identity opener) throws ScepFailure {
    try {
      CMSEnvelopedData envelope =
          new CMSEnvelopedData((byte[]) signed.getSignedContent().getContent());
      Collection<RecipientInformation> recipients = envelope.getRecipientInfos().getRecipients();
      require(recipients.size() == 1, "The SCEP answer is not encrypted to one recipient");
      RecipientInformation recipient = recipients.iterator().next();
      require(
          recipient.getRID().match(opener.certificate()),
          "The SCEP answer is encrypted to another certificate");
      byte[] content =
          recipient.getContent(
              new JceKeyTransEnvelopedRecipient(opener.key())
                  .setProvider(Certificates.BOUNCY_CASTLE));
      return new CMSSignedData(content).getCertificates().getMatches(null);
    } catch (CMSException e) {
      throw new ScepFailure("The certificate in the SCEP answer cannot be opened");
    }
  }

  private String text(ASN1ObjectIdentifier type) throws ScepFailure {
    return ((ASN1String) value(type)).getString();
  }

  private ASN1Encodable value(ASN1ObjectIdentifier type) throws ScepFailure {
    Attribute attribute =
        signer.getSignedAttributes() == null ? null : signer.getSignedAttributes().get(type);
    require(attribute != null, "The SCEP answer lacks the attribute " + type);
    return attribute.getAttrValues().getObjectAt(0);
  }

  private static void require(boolean condition, String otherwise) throws ScepFailure {
    if (!condition) {
      throw new ScepFailure(otherwise);
    }
  }
}
