package io.pomona.simulator.mac.scep;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.EnrollmentProfile;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.ScepResponder;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.support.Vectors;
import io.pomona.simulator.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.Test;

public class ScepClientTest {

  private final ScepResponder server =
      new ScepResponder(Authority.create("CN=Device CA", TestKeys.KEYS.next(), Clock.systemUTC()));
  private final Variables variables = new Variables(Map.of("HardwareUUID", "U-1"));
  private final Wire wire =
      call -> {
        try {
          return server.handle(call);
        } catch (Exception e) {
          throw new IOException(e);
        }
      };

  @Test
  public void aFreshRequestBringsAnIdentityWithTheExpandedSubject() throws Exception {
    Identity identity = enroll(ScepOptions.modern());

    assertEquals("O=Acme,CN=Identity of U-1", identity.certificate().getSubject().toString());
    assertEquals("[secret & <one>]", server.challenges.toString());
    assertEquals("19", server.messageTypes.get(0));
  }

  @Test
  public void theEnvelopeIsSignedByAnotherKeyThanTheOneToBeCertified() throws Exception {
    Identity identity = enroll(ScepOptions.modern());

    X509CertificateHolder signer = signerOf(server.requests.get(0));
    assertEquals("CN=MDM SCEP SIGNER,C=US", signer.getSubject().toString());
    assertNotEquals(
        signer.getSubjectPublicKeyInfo(), identity.certificate().getSubjectPublicKeyInfo());
  }

  @Test
  public void theCipherFollowsWhatTheServerOffers() throws Exception {
    enroll(ScepOptions.modern());
    server.capabilities = "POSTPKIOperation\nSHA-1\nDES3\n";
    enroll(ScepOptions.modern());

    assertEquals("2.16.840.1.101.3.4.1.2", cipherOf(server.requests.get(0)));
    assertEquals("1.2.840.113549.3.7", cipherOf(server.requests.get(1)));
  }

  @Test
  public void aMessageByGetArrivesWhole() throws Exception {
    Identity identity = enroll(ScepOptions.modern().byGet());

    assertFalse(identity.certificate().getSubject().toString().isEmpty());
  }

  @Test
  public void aPendingRequestIsPolledUnderTheSameTransaction() throws Exception {
    server.pending = 2;

    enroll(ScepOptions.modern());

    assertEquals("[19, 20, 20]", server.messageTypes.toString());
  }

  @Test
  public void aPendingRequestIsGivenUpAfterTheRetries() {
    server.pending = 99;

    assertThrows(ScepFailure.class, () -> enroll(ScepOptions.modern()));
    assertEquals(4, server.messageTypes.size());
  }

  @Test
  public void aRefusalCarriesItsReason() {
    server.failInfo = "2";

    ScepFailure failure = assertThrows(ScepFailure.class, () -> enroll(ScepOptions.modern()));

    assertEquals(2, failure.failInfo());
  }

  @Test
  public void anAnswerToAnotherNonceIsRefused() {
    server.wrongNonce = true;

    assertThrows(ScepFailure.class, () -> enroll(ScepOptions.modern()));
  }

  @Test
  public void aRenewalIsSignedByTheIdentityInUse() throws Exception {
    Identity first = enroll(ScepOptions.modern());

    client(ScepOptions.modern()).renew(payload(), variables, wire, first);

    assertEquals("[19, 17]", server.messageTypes.toString());
    assertEquals(first.certificate(), signerOf(server.requests.get(1)));
  }

  @Test
  public void theRequestIsOfTheSameKindAsTheOneOfARealMac() throws Exception {
    byte[] real = Files.readAllBytes(Vectors.file("sscep__testdata__PKCSReq.der"));

    enroll(ScepOptions.of2016());

    byte[] ours = server.requests.get(0);
    assertEquals(attributesOf(real), attributesOf(ours));
    assertEquals(signer(real).getDigestAlgOID(), signer(ours).getDigestAlgOID());
    assertEquals(signer(real).getEncryptionAlgOID(), signer(ours).getEncryptionAlgOID());
    assertEquals(cipherOf(real), cipherOf(ours));
    assertEquals(signerOf(real).getSubject(), signerOf(ours).getSubject());
    assertEquals(signerOf(real).getSerialNumber(), signerOf(ours).getSerialNumber());
    assertEquals(
        signerOf(real).getExtensions().getCriticalExtensionOIDs().length,
        signerOf(ours).getExtensions().getCriticalExtensionOIDs().length);
  }

  @Test
  public void theChallengeIsASignedAttributeWhereWanted() throws Exception {
    enroll(ScepOptions.modern().withChallengeAttribute());

    assertTrue(attributesOf(server.requests.get(0)).contains("1.2.840.113549.1.9.7"));
  }

  @Test
  public void theRequestAsksForTheKeyUsageOfTheProfile() throws Exception {
    enroll(ScepOptions.modern());

    byte[] envelope =
        (byte[]) new CMSSignedData(server.requests.get(0)).getSignedContent().getContent();
    PKCS10CertificationRequest csr = new PKCS10CertificationRequest(server.open(envelope));
    assertTrue(
        org.bouncycastle.asn1.x509.KeyUsage.fromExtensions(csr.getRequestedExtensions())
            .hasUsages(org.bouncycastle.asn1.x509.KeyUsage.digitalSignature));
  }

  private Identity enroll(ScepOptions options) throws Exception {
    return client(options).enroll(payload(), variables, wire);
  }

  private static ScepClient client(ScepOptions options) {
    return new ScepClient(options, TestKeys.KEYS, Clock.systemUTC(), Pause.none());
  }

  private ScepPayload payload() throws Exception {
    byte[] profile =
        Profiles.enrollment(
            "https://mdm.example",
            "secret &amp; &lt;one&gt;",
            server.authority.identity().certificate());
    return EnrollmentProfile.of(ConfigurationProfile.parse(profile)).scep();
  }

  private static SignerInformation signer(byte[] message) throws Exception {
    return new CMSSignedData(message).getSignerInfos().getSigners().iterator().next();
  }

  private static X509CertificateHolder signerOf(byte[] message) throws Exception {
    return new CMSSignedData(message).getCertificates().getMatches(null).iterator().next();
  }

  private static String cipherOf(byte[] message) throws Exception {
    byte[] envelope = (byte[]) new CMSSignedData(message).getSignedContent().getContent();
    return new CMSEnvelopedData(envelope).getEncryptionAlgOID();
  }

  private static Set<String> attributesOf(byte[] message) throws Exception {
    Set<String> types = new TreeSet<>();
    for (Attribute attribute :
        signer(message).getSignedAttributes().toASN1Structure().getAttributes()) {
      types.add(attribute.getAttrType().getId());
    }
    return types;
  }
}
