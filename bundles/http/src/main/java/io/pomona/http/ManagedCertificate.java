package io.pomona.http;

import io.pomona.api.pki.ServerTls;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** The key store that Pomona makes for the web server, and the one that comes after it. */
final class ManagedCertificate {
  static final String FILE = "org.ops4j.pax.web.ssl.keystore";
  static final String PASSWORD = "org.ops4j.pax.web.ssl.keystore.password";

  private final ServerTls tls;
  private final List<String> hosts;
  private final Path folder;
  private List<X509Certificate> served = List.of();

  ManagedCertificate(ServerTls tls, List<String> hosts, Path folder) {
    this.tls = tls;
    this.hosts = hosts;
    this.folder = folder;
  }

  /** What the web server is to be told; nothing while the certificate is still the same. */
  Map<String, String> news() throws IOException {
    ServerTls.TlsKeyStore keyStore = tls.keyStore(hosts);
    String password = keyStore.password().revealText();
    // Each key store has another password, so that only what is in it tells whether it is new.
    List<X509Certificate> now = ServedCertificates.in(keyStore.pkcs12(), password);
    if (now.equals(served)) {
      return Map.of();
    }
    Path file = PrivateFile.write(folder.resolve("server.p12"), keyStore.pkcs12());
    served = now;
    return Map.of(
        FILE,
        file.toString(),
        FILE + ".type",
        "PKCS12",
        PASSWORD,
        password,
        "org.ops4j.pax.web.ssl.key.password",
        password);
  }
}
