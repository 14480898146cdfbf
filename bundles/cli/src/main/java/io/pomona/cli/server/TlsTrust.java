package io.pomona.cli.server;

import io.pomona.cli.Failure;
import io.pomona.cli.context.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Whom TLS trusts: Java's authorities, one of the context's own, or anybody. */
final class TlsTrust {
  private TlsTrust() {}

  static SSLContext of(Context context) {
    try {
      if (context.skipVerify()) {
        return with(new TrustManager[] {new Anybody()});
      }
      return context.rootCa().isEmpty()
          ? SSLContext.getDefault()
          : with(managers(Path.of(context.rootCa())));
    } catch (IOException | GeneralSecurityException e) {
      throw new Failure(
          Failure.Kind.FILE,
          "Cannot read certificates in PEM from " + context.rootCa() + ": " + e.getMessage(),
          e);
    }
  }

  private static SSLContext with(TrustManager[] managers) throws GeneralSecurityException {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, managers, null);
    return tls;
  }

  private static TrustManager[] managers(Path pem) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    byte[] bytes = Files.readAllBytes(pem);
    for (Certificate each : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
      trusted.setCertificateEntry("root-" + trusted.size(), each);
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return managers.getTrustManagers();
  }
}
