package io.pomona.pki.device;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.pki.Workbench;
import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.jscep.client.Client;
import org.jscep.client.EnrollmentResponse;
import org.junit.Test;

/** A SCEP client that others have written gets its certificate here, over HTTP. */
public class JscepClientTest {
  private final Workbench bench = new Workbench();
  private final KeyPair key = Workbench.pair(1);

  @Test
  public void enrollsByPost() throws Exception {
    assertEnrolls(true, "POST PKIOperation");
  }

  @Test
  public void enrollsByGet() throws Exception {
    assertEnrolls(false, "GET PKIOperation");
  }

  private void assertEnrolls(boolean offersPost, String expected) throws Exception {
    try (ScepServer server = new ScepServer(bench.scep, offersPost)) {
      EnrollmentResponse response =
          client(server).enrol(identity(), key.getPrivate(), csr(bench.challenge()));
      assertTrue(response.isSuccess());
      assertTrue(certificates(response.getCertStore()).contains(key.getPublic()));
      assertTrue(server.seen.toString(), server.seen.contains(expected));
    }
  }

  @Test
  public void isToldWhenItsChallengeIsWrong() throws Exception {
    try (ScepServer server = new ScepServer(bench.scep, true)) {
      EnrollmentResponse response =
          client(server).enrol(identity(), key.getPrivate(), csr("secret"));
      assertTrue(response.isFailure());
      assertEquals("badRequest", response.getFailInfo().toString());
      assertEquals(0, bench.signed.get());
    }
  }

  private Client client(ScepServer server) throws Exception {
    return new Client(server.url(), certificate -> true);
  }

  private X509Certificate identity() throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(MacRequest.selfSigned(key).getEncoded()));
  }

  private PKCS10CertificationRequest csr(String challenge) throws Exception {
    PKCS10CertificationRequestBuilder builder =
        new JcaPKCS10CertificationRequestBuilder(
            new X500Name("CN=MDM SCEP SIGNER, C=US"), key.getPublic());
    builder.addAttribute(
        PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERPrintableString(challenge));
    return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate()));
  }

  private static List<?> certificates(CertStore store) throws Exception {
    return store.getCertificates(null).stream().map(each -> each.getPublicKey()).toList();
  }
}
