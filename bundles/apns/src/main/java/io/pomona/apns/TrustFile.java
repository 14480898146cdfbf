package io.pomona.apns;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts the authorities of a PEM file and no others. */
final class TrustFile {
  private TrustFile() {}

  static SSLContext context(Path file) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (X509Certificate authority : PushCertificateFile.read(Files.readAllBytes(file))) {
        store.setCertificateEntry("authority" + number++, authority);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw MdmException.unavailable(
              "apns.bad_trust_file",
              "mdmcert.trust.pem of etc/io.pomona.apns.cfg names no PEM file that can be read.")
          .causedBy(e);
    }
  }
}
