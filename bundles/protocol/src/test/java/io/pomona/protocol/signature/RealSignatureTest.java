package io.pomona.protocol.signature;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.SharedFolder;
import java.io.ByteArrayInputStream;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.Test;

/** Signatures that a Mac and OpenSSL made. */
public class RealSignatureTest {

  @Test
  public void readsTheSignatureOfARealMac() throws Exception {
    byte[] cms = SharedFolder.vector("nanomdm__mdmSignatureHeader1.bin");
    MdmSignature signature = MdmSignature.parse(Base64.getEncoder().encodeToString(cms));
    X509CertificateHolder certificate = new X509CertificateHolder(signature.certificate());
    assertEquals("CN=MDM CA,DC=Gusto,DC=com", reversed(certificate));
    assertFalse(signature.verify(key(certificate), new byte[] {1}));
  }

  private static String reversed(X509CertificateHolder certificate) {
    String[] parts = certificate.getIssuer().toString().split(",");
    java.util.Collections.reverse(java.util.Arrays.asList(parts));
    return String.join(",", parts);
  }

  private static PublicKey key(X509CertificateHolder certificate) throws Exception {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new X509EncodedKeySpec(certificate.getSubjectPublicKeyInfo().getEncoded()));
  }

  @Test
  public void verifiesTheSignatureByOpenSsl() throws Exception {
    byte[] body = SharedFolder.vector("generated/body.plist");
    MdmSignature signature = MdmSignature.parse(SharedFolder.vector("generated/sig-sha256.der"));
    X509Certificate device =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(SharedFolder.vector("generated/dev.pem")));
    assertArrayEquals(device.getEncoded(), signature.certificate());
    assertTrue(signature.verify(device.getPublicKey(), body));
    body[0]++;
    assertFalse(signature.verify(device.getPublicKey(), body));
  }

  @Test
  public void takesTheContentOutOfAnEnrollmentRequest() {
    assertArrayEquals(
        SharedFolder.vector("generated/machineinfo.plist"),
        SignedContent.unwrap(SharedFolder.vector("generated/ade-sha256.p7")));
  }
}
