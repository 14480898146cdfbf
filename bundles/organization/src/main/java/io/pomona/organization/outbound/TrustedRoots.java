package io.pomona.organization.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom the server trusts to name who it calls: the authorities of the JDK, or those of a file. */
public final class TrustedRoots {
  private TrustedRoots() {}

  /**
   * @param setting what names the file
   * @throws IllegalArgumentException with a sentence for the operator
   */
  public static SSLSocketFactory sockets(Optional<Path> pem, String setting) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(pem.isPresent() ? trusted(pem.get()) : null);
      tls.init(null, managers.getTrustManagers(), null);
      return tls.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(setting + " cannot be read as certificates.", e);
    }
  }

  private static KeyStore trusted(Path pem) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("root-" + store.size(), each);
      }
    }
    return store;
  }
}
