package io.pomona.simulator.crypto;

import com.sun.net.httpserver.HttpsConfigurator;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS of a server with one certificate. */
public final class ServerTls {
  private ServerTls() {}

  public static HttpsConfigurator of(Identity tls) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("tls", tls.key(), new char[0], new Certificate[] {tls.jca()});
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return new HttpsConfigurator(context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
