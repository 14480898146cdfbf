package io.pomona.pki.device;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.pki.Workbench;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.Test;

public class ScepRulesTest {
  private final Workbench bench = new Workbench();

  private MacAnswer send(MacRequest request) throws Exception {
    byte[] answer = (byte[]) bench.scep.post("PKIOperation", request.encode()).getEntity();
    return request.read(answer);
  }

  private void assertRefused(String failInfo, MacRequest request) throws Exception {
    int before = bench.signed.get();
    MacAnswer answer = send(request);
    assertEquals("2", answer.status());
    assertEquals(failInfo, answer.failInfo().orElseThrow());
    assertEquals(before, bench.signed.get());
  }

  @Test
  public void aChallengeGetsACertificateOfOurMaking() throws Exception {
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    MacAnswer answer = send(request);

    assertTrue(answer.isSuccess());
    assertEquals(request.transactionId, answer.transactionId());
    assertArrayEquals(request.nonce, answer.recipientNonce());
    X509CertificateHolder issued = answer.issued();
    assertEquals(request.keyInfo(), issued.getSubjectPublicKeyInfo());
    Instant now = bench.clock.instant();
    assertEquals(now.minus(Duration.ofMinutes(10)), issued.getNotBefore().toInstant());
    assertEquals(now.plus(Duration.ofDays(365)), issued.getNotAfter().toInstant());
    assertEquals(3, issued.getVersionNumber());
    assertTrue(issued.getSerialNumber().bitLength() > 100);
    assertTrue(bench.ring.issuerOf(issued).isPresent());
    assertEquals(2, answer.certificates().size());
    assertEquals(request.ca, answer.certificates().get(1));
  }

  @Test
  public void whatTheRequestWishesForIsIgnored() throws Exception {
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    request.greedy = true;
    X509CertificateHolder issued = send(request).issued();

    assertEquals("O=Pomona,CN=MDM identity", issued.getSubject().toString());
    assertNull(issued.getExtension(Extension.subjectAlternativeName));
    assertTrue(!BasicConstraints.fromExtensions(issued.getExtensions()).isCA());
    KeyPurposeId[] purposes = ExtendedKeyUsage.fromExtensions(issued.getExtensions()).getUsages();
    assertArrayEquals(new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth}, purposes);
    assertEquals(
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment),
        KeyUsage.fromExtensions(issued.getExtensions()));
  }

  @Test
  public void theSubjectTellsTheMacThatAChallengeIsFor() throws Exception {
    MacRequest request =
        MacRequest.to(bench).challenge(bench.challenge(ChallengeBinding.renewal("UDID-1")));
    assertEquals("O=Pomona,CN=UDID-1", send(request).issued().getSubject().toString());
  }

  @Test
  public void onlyThreeOf256MessageTypesAreAnswered() throws Exception {
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    request.content = Optional.of(request.csr());
    for (int type = 0; type < 256; type++) {
      if (type != 19 && type != 17 && type != 20) {
        assertRefused("2", request.type(Integer.toString(type)));
      }
    }
    for (String type : List.of("", "019", "19 ", "PKCSReq", "+19")) {
      assertRefused("2", request.type(type));
    }
    assertEquals(0, bench.signed.get());
    assertTrue("all but the type was good", send(request.type("19")).isSuccess());
  }

  @Test
  public void renewalWithAChallengeButNoIdentityIsRefused() throws Exception {
    assertRefused("4", MacRequest.to(bench).type("17").challenge(bench.challenge()));
  }

  @Test
  public void withoutAGoodChallengeNothingIsSigned() throws Exception {
    assertRefused("2", MacRequest.to(bench));
    assertRefused("2", MacRequest.to(bench).challenge(""));
    assertRefused("2", MacRequest.to(bench).challenge("secret"));
    String old = bench.challenge();
    bench.clock.advance(Duration.ofDays(8));
    assertRefused("2", MacRequest.to(bench).challenge(old));
  }

  @Test
  public void aUsedChallengeIsRefusedToAnotherKeyOrTransaction() throws Exception {
    String challenge = bench.challenge();
    assertTrue(send(MacRequest.to(bench).challenge(challenge)).isSuccess());

    MacRequest otherKey = MacRequest.to(bench).challenge(challenge);
    otherKey.key = Workbench.pair(3);
    assertRefused("2", otherKey);
    MacRequest otherTransaction = MacRequest.to(bench).challenge(challenge);
    otherTransaction.transactionId = "another";
    assertRefused("2", otherTransaction);
  }

  @Test
  public void aHundredReplaysGetTheOneCertificate() throws Exception {
    byte[] message = MacRequest.to(bench).challenge(bench.challenge()).encode();
    X509CertificateHolder first = null;
    for (int i = 0; i < 100; i++) {
      byte[] answer = (byte[]) bench.scep.post("PKIOperation", message).getEntity();
      X509CertificateHolder issued = MacRequest.to(bench).read(answer).issued();
      first = first == null ? issued : first;
      assertEquals(first, issued);
    }
    assertEquals(1, bench.signed.get());
  }

  @Test
  public void theChallengeMayBeASignedAttributeWhereTheRequestHasNone() throws Exception {
    MacRequest request = MacRequest.to(bench);
    request.signedChallenge = Optional.of(bench.challenge());
    assertTrue(send(request).isSuccess());

    MacRequest both = MacRequest.to(bench).challenge("wrong");
    both.signedChallenge = Optional.of(bench.challenge());
    assertRefused("2", both);
  }

  @Test
  public void digestsAndCiphersOfAllMacsAreSpoken() throws Exception {
    for (String digest : List.of("SHA1", "SHA256", "SHA384", "SHA512")) {
      for (ASN1ObjectIdentifier cipher :
          List.of(CMSAlgorithm.DES_EDE3_CBC, CMSAlgorithm.AES128_CBC, CMSAlgorithm.AES256_CBC)) {
        MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
        request.digest = digest;
        request.csrDigest = digest;
        request.cipher = cipher;
        MacAnswer answer = send(request);
        assertTrue(digest + " " + cipher, answer.isSuccess());
        assertEquals(cipher, answer.cipher().orElseThrow());
      }
    }
  }

  @Test
  public void weakKeysAreRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair weak = generator.generateKeyPair();
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    request.key = weak;
    assertRefused("0", request);
  }

  @Test
  public void aRequestNotSignedByItsOwnKeyIsRefused() throws Exception {
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    byte[] csr = request.csr();
    csr[csr.length - 1] ^= 1;
    request.content = Optional.of(csr);
    assertRefused("1", request);
  }

  @Test
  public void aWrongOuterSignatureIsRefused() throws Exception {
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    request.signerCertificate = Optional.of(MacRequest.selfSigned(request.signer));
    request.signer = Workbench.smallPair(1);
    byte[] answer = (byte[]) bench.scep.post("PKIOperation", request.encode()).getEntity();
    assertEquals("1", request.read(answer).failInfo().orElseThrow());
    assertEquals(0, bench.signed.get());
  }

  @Test
  public void anEnvelopeForAnotherCaIsRefused() throws Exception {
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    X509CertificateHolder ours = request.ca;
    request.ca = Workbench.authority("Foreign CA", 3).certificate();
    byte[] message = request.encode();
    request.ca = ours;
    byte[] answer = (byte[]) bench.scep.post("PKIOperation", message).getEntity();
    assertEquals("1", request.read(answer).failInfo().orElseThrow());
  }

  @Test
  public void rubbishInTheEnvelopeIsRefused() throws Exception {
    MacRequest request = MacRequest.to(bench);
    request.content = Optional.of(new byte[] {0x30, (byte) 0x80, 1, 2});
    assertRefused("2", request);
  }

  @Test
  public void whatIsNoMessageAtAllIsMalformed() {
    for (byte[] body : List.of(new byte[0], new byte[] {1}, "hello".getBytes(), nested())) {
      MdmException e =
          assertThrows(MdmException.class, () -> bench.scep.post("PKIOperation", body));
      assertEquals(MdmException.Kind.MALFORMED, e.kind());
    }
  }

  private static byte[] nested() {
    byte[] deep = new byte[200_000];
    for (int i = 0; i < deep.length; i += 2) {
      deep[i] = 0x30;
      deep[i + 1] = (byte) 0x80;
    }
    return deep;
  }

  @Test
  public void aBodyOverTwoMebibytesIsRefused() {
    MdmException e =
        assertThrows(
            MdmException.class, () -> bench.scep.post("PKIOperation", new byte[(2 << 20) + 1]));
    assertEquals(MdmException.Kind.TOO_LARGE, e.kind());
  }

  @Test
  public void nothingIsIssuedWhileMdmIsOff() throws Exception {
    byte[] message = MacRequest.to(bench).challenge(bench.challenge()).encode();
    bench.turnMdmOff();
    MdmException e =
        assertThrows(MdmException.class, () -> bench.scep.post("PKIOperation", message));
    assertEquals(MdmException.Kind.FORBIDDEN, e.kind());
    assertEquals("enrollment.mdm_off", e.code());
  }

  @Test
  public void anUnknownOperationIsRefused() {
    for (String operation : List.of("", "GetCRL", "getcacaps")) {
      MdmException e = assertThrows(MdmException.class, () -> bench.scep.get(operation, ""));
      assertEquals(MdmException.Kind.MALFORMED, e.kind());
    }
  }

  @Test
  public void askingAgainForWhatWasIssued() throws Exception {
    MacRequest request = MacRequest.to(bench).challenge(bench.challenge());
    X509CertificateHolder issued = send(request).issued();
    assertEquals(issued, send(MacRequest.to(bench).type("20")).issued());

    MacRequest other = MacRequest.to(bench).type("20");
    other.signer = Workbench.smallPair(1);
    assertRefused("4", other);
  }
}
