package io.pomona.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a web server shows as its own out of a key store: of each key the first of its chain. */
final class ServedCertificates {
  private ServedCertificates() {}

  /** Java reads a key store of its older format, JKS, as PKCS#12 as well. */
  static List<X509Certificate> in(byte[] keyStore, String password) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(keyStore), password.toCharArray());
      List<X509Certificate> certificates = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate own) {
          certificates.add(own);
        }
      }
      return certificates;
    } catch (GeneralSecurityException e) {
      throw new IOException("The web server's key store cannot be read", e);
    }
  }
}
