package io.pomona.pki;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.List;

/** A CA from files, as a test vector or another server has left it. */
public final class ForeignAuthority {
  private ForeignAuthority() {}

  public static Issuer read(Path pem, Path pkcs8) throws Exception {
    return Issuer.of(RsaKey.privateKey(Files.readAllBytes(pkcs8)), List.of(certificate(pem)));
  }

  public static byte[] certificate(Path pem) throws Exception {
    try (InputStream in = Files.newInputStream(pem)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded();
    }
  }
}
