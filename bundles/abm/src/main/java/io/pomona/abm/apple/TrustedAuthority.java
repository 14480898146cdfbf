package io.pomona.abm.apple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trusts the authorities of a PEM file and nobody else. */
final class TrustedAuthority {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final String UNREADABLE =
      "trust.pem in io.pomona.abm.cfg names a file that cannot be read or has no certificates: ";

  private TrustedAuthority() {}

  /**
   * @throws AppleRefusal unavailable, while the file cannot be read
   */
  static SSLContext of(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("authority-" + number++, each);
      }
      if (number == 0) {
        throw new CertificateException("There is none in it");
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      LOG.debug("{} is no file with certificates", file, e);
      throw new AppleRefusal(AppleRefusal.Kind.UNAVAILABLE, UNREADABLE + file, Optional.empty());
    }
  }
}
