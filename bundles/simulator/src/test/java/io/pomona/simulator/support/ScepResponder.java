package io.pomona.simulator.support;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Leaf;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A SCEP server of its own making, for the client to be tested against. */
public final class ScepResponder {

  private static final String SCEP = "2.16.840.1.113733.1.9.";

  public final Authority authority;
  public final List<byte[]> requests = new CopyOnWriteArrayList<>();
  public final List<String> messageTypes = new CopyOnWriteArrayList<>();
  public final List<String> challenges = new CopyOnWriteArrayList<>();
  public String capabilities =
      "Renewal\nSHA-1\nSHA-256\nAES\nDES3\nSCEPStandard\nPOSTPKIOperation\n";
  public volatile int pending;
  public volatile String failInfo = "";
  public volatile boolean wrongNonce;
  private volatile PKCS10CertificationRequest waiting;

  public ScepResponder(Authority authority) {
    this.authority = authority;
  }

  public Reply handle(Call call) throws Exception {
    String query = call.uri().getRawQuery();
    if (query.contains("operation=GetCACaps")) {
      return new Reply(200, "text/plain", capabilities.getBytes(StandardCharsets.US_ASCII));
    } else if (query.contains("operation=GetCACert")) {
      byte[] der = authority.identity().der();
      return new Reply(200, "application/x-x509-ca-cert", der);
    }
    byte[] message =
        call.method().equals("POST")
            ? call.body()
            : Base64.getDecoder()
                .decode(
                    URLDecoder.decode(
                        query.substring(query.indexOf("message=") + 8), StandardCharsets.UTF_8));
    requests.add(message);
    return new Reply(200, "application/x-pki-message", answer(message));
  }

  private synchronized byte[] answer(byte[] message) throws Exception {
    CMSSignedData signed = new CMSSignedData(message);
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    X509CertificateHolder signerCertificate =
        (X509CertificateHolder)
            signed.getCertificates().getMatches(signer.getSID()).iterator().next();
    assertTrue(
        signer.verify(
            new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(Certificates.BOUNCY_CASTLE)
                .build(signerCertificate)));
    byte[] content = open((byte[]) signed.getSignedContent().getContent());
    String type = text(signer, "2");
    messageTypes.add(type);
    if (!type.equals("20")) {
      waiting = new PKCS10CertificationRequest(content);
      check(waiting);
    }
    if (!failInfo.isEmpty()) {
      return reply(signer, "2", null);
    }
    if (pending > 0) {
      pending--;
      return reply(signer, "3", null);
    }
    return reply(signer, "0", envelope(issue(waiting), signerCertificate));
  }

  private void check(PKCS10CertificationRequest csr) throws Exception {
    assertTrue(
        csr.isSignatureValid(
            new JcaContentVerifierProviderBuilder()
                .setProvider(Certificates.BOUNCY_CASTLE)
                .build(csr.getSubjectPublicKeyInfo())));
    for (org.bouncycastle.asn1.pkcs.Attribute attribute :
        csr.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_challengePassword)) {
      challenges.add(((ASN1String) attribute.getAttrValues().getObjectAt(0)).getString());
    }
  }

  public byte[] open(byte[] envelope) throws Exception {
    return new CMSEnvelopedData(envelope)
        .getRecipientInfos()
        .getRecipients()
        .iterator()
        .next()
        .getContent(
            new JceKeyTransEnvelopedRecipient(authority.identity().key())
                .setProvider(Certificates.BOUNCY_CASTLE));
  }

  private X509CertificateHolder issue(PKCS10CertificationRequest csr) throws Exception {
    X500Name subject = csr.getSubject();
    return authority.issue(
        Leaf.client(subject, new JcaPKCS10CertificationRequest(csr).getPublicKey()));
  }

  private static byte[] envelope(X509CertificateHolder issued, X509CertificateHolder recipient)
      throws Exception {
    CMSSignedDataGenerator degenerate = new CMSSignedDataGenerator();
    degenerate.addCertificate(issued);
    byte[] content = degenerate.generate(new CMSAbsentContent()).getEncoded();
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(
        new JceKeyTransRecipientInfoGenerator(Certificates.jca(recipient))
            .setProvider(Certificates.BOUNCY_CASTLE));
    return generator
        .generate(
            new CMSProcessableByteArray(content),
            new JceCMSContentEncryptorBuilder(CMSAlgorithm.DES_EDE3_CBC)
                .setProvider(Certificates.BOUNCY_CASTLE)
                .build())
        .getEncoded();
  }

  private byte[] reply(SignerInformation request, String status, byte[] content) throws Exception {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    byte[] nonce = ASN1OctetString.getInstance(value(request, "5")).getOctets();
    assertEquals(8, nonce.length);
    attributes.add(attribute("2", new DERPrintableString("3")));
    attributes.add(attribute("3", new DERPrintableString(status)));
    attributes.add(attribute("5", new DEROctetString(new byte[16])));
    attributes.add(attribute("6", new DEROctetString(wrongNonce ? new byte[8] : nonce)));
    attributes.add(attribute("7", new DERPrintableString(text(request, "7"))));
    if (status.equals("2")) {
      attributes.add(attribute("4", new DERPrintableString(failInfo)));
    }
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
            .build(
                new JcaContentSignerBuilder("SHA256withRSA").build(authority.identity().key()),
                authority.identity().certificate()));
    generator.addCertificate(authority.identity().certificate());
    return content == null
        ? generator.generate(new CMSAbsentContent()).getEncoded()
        : generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
  }

  private static Attribute attribute(String branch, ASN1Encodable value) {
    return new Attribute(new ASN1ObjectIdentifier(SCEP + branch), new DERSet(value));
  }

  private static String text(SignerInformation signer, String branch) {
    return ((ASN1String) value(signer, branch)).getString();
  }

  private static ASN1Encodable value(SignerInformation signer, String branch) {
    return signer
        .getSignedAttributes()
        .get(new ASN1ObjectIdentifier(SCEP + branch))
        .getAttrValues()
        .getObjectAt(0);
  }
}
