package io.pomona.pki.device;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.pki.ForeignAuthority;
import io.pomona.pki.Issuer;
import io.pomona.pki.Workbench;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.SharedFolder;
import java.nio.file.Files;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.Before;
import org.junit.Test;

/**
 * A request that a Mac has sent in 2016, against the CA that it was sent to. It asks for 1,024 bits
 * and brings no challenge, so the right answer today is a refusal.
 */
public class RealMacRequestTest {
  private byte[] message;
  private Workbench bench;

  @Before
  public void takeTheCaOver() throws Exception {
    message = Files.readAllBytes(SharedFolder.require("vectors/sscep__testdata__PKCSReq.der"));
    Issuer ca =
        ForeignAuthority.read(
            SharedFolder.require("vectors/sscep__testdata__testca__ca.pem"),
            SharedFolder.require("vectors/sscep_testca_key.pkcs8.der"));
    bench = new Workbench(new SettableClock(), ca);
  }

  @Test
  public void itIsReadAndOpened() throws Exception {
    ScepRequest request = ScepRequest.parse(message);
    request.requireSignature();
    assertEquals(ScepMessageType.PKCS_REQ, request.type());
    assertEquals("CN=MDM SCEP SIGNER,C=US", request.signer().getSubject().toString());
    assertEquals(8, request.senderNonce().orElseThrow().length);

    ScepEnvelope envelope = ScepEnvelope.open(request.content(), bench.ring);
    assertEquals(CMSAlgorithm.DES_EDE3_CBC, envelope.cipher());
    PKCS10CertificationRequest csr = new PKCS10CertificationRequest(envelope.content());
    assertEquals(
        "CN=com.apple.security.scep.063D7953-1338-4BF0-8F99-913382996224",
        csr.getSubject().toString());
  }

  @Test
  public void itsWeakKeyIsRefusedInTheFormThatItReads() throws Exception {
    byte[] answer = (byte[]) bench.scep.post("PKIOperation", message).getEntity();

    ScepAttributes attributes = signed(answer);
    assertEquals("3", attributes.text(ScepAttributes.MESSAGE_TYPE).orElseThrow());
    assertEquals("2", attributes.text(ScepAttributes.STATUS).orElseThrow());
    assertEquals("0", attributes.text(ScepAttributes.FAIL_INFO).orElseThrow());
    assertEquals(
        ScepRequest.parse(message).transactionId(),
        attributes.text(ScepAttributes.TRANSACTION_ID).orElseThrow());
    assertArrayEquals(
        ScepRequest.parse(message).senderNonce().orElseThrow(),
        attributes.bytes(ScepAttributes.RECIPIENT_NONCE).orElseThrow());
    assertEquals(0, bench.signed.get());
  }

  @Test
  public void aCertificateWouldBeEncryptedToItsSigner() throws Exception {
    ScepRequest request = ScepRequest.parse(message);
    byte[] answer =
        new ScepReply(request, bench.ring.active(), bench.clock.instant())
            .success(CMSAlgorithm.DES_EDE3_CBC, bench.ca.chain());

    assertEquals("0", signed(answer).text(ScepAttributes.STATUS).orElseThrow());
    byte[] envelope = (byte[]) new CMSSignedData(answer).getSignedContent().getContent();
    assertTrue(
        new CMSEnvelopedData(envelope)
            .getRecipientInfos()
            .getRecipients()
            .iterator()
            .next()
            .getRID()
            .match(request.signer()));
  }

  private static ScepAttributes signed(byte[] answer) throws Exception {
    SignerInformation signer =
        new CMSSignedData(answer).getSignerInfos().getSigners().iterator().next();
    return new ScepAttributes(signer.getSignedAttributes());
  }
}
