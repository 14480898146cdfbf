package io.pomona.pki;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.pki.CertificateRequests.KeyRequest;
import io.pomona.api.pki.CertificateRequests.RequestedName;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.Test;

public class RsaCertificateRequestsTest {
  private static final RequestedName NAME =
      new RequestedName("MDM push of " + "x".repeat(80), "Cafe Müller", "it@example.com");

  @Test
  public void theRequestIsSignedByItsKeyAndSaysWhoAsks() throws Exception {
    KeyRequest made = new RsaCertificateRequests().create(NAME);
    JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(made.request());
    assertTrue(
        request.isSignatureValid(
            new JcaContentVerifierProviderBuilder().build(request.getPublicKey())));
    assertEquals(2048, ((RSAPublicKey) request.getPublicKey()).getModulus().bitLength());
    String subject = request.getSubject().toString();
    assertTrue(subject, subject.startsWith("O=Cafe Müller,CN=MDM push of xxx"));
    assertTrue(subject, subject.endsWith("E=it@example.com"));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(RsaKey.privateKey(made.key().reveal()));
    signature.update(made.request());
    byte[] signed = signature.sign();
    signature.initVerify(request.getPublicKey());
    signature.update(made.request());
    assertTrue("the key is that of the request", signature.verify(signed));
  }

  @Test
  public void everyRequestHasAKeyOfItsOwnThatIsNotShown() {
    KeyRequest first = new RsaCertificateRequests().create(NAME);
    KeyRequest second = new RsaCertificateRequests().create(NAME);
    assertFalse(first.key().equals(second.key()));
    assertEquals("KeyRequest[********]", first.toString());
  }
}
