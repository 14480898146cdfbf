package io.pomona.simulator.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.cert.X509CertificateHolder;

/** TLS contexts of a Mac: the roots of its profiles and those that come with the system. */
public final class Trust {

  private static final char[] NO_PASSWORD = {};

  private Trust() {}

  /** Trusts these roots and the JDK's own. */
  public static SSLContext roots(Collection<X509CertificateHolder> roots) {
    return context(new KeyManager[0], roots);
  }

  /** The same, showing this identity to a server that asks for one. */
  public static SSLContext roots(Collection<X509CertificateHolder> roots, Identity client) {
    try {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keyStore(client), NO_PASSWORD);
      return context(factory.getKeyManagers(), roots);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot use the client identity", e);
    }
  }

  /** A store in memory with one key. */
  public static KeyStore keyStore(Identity identity) {
    KeyStore store = emptyStore();
    try {
      store.setKeyEntry(
          "identity", identity.key(), NO_PASSWORD, new X509Certificate[] {identity.jca()});
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot keep a key in a PKCS#12 store", e);
    }
  }

  private static SSLContext context(KeyManager[] keys, Collection<X509CertificateHolder> roots) {
    try {
      X509TrustManager system = managerOf(null);
      KeyStore store = emptyStore();
      int index = 0;
      for (X509Certificate certificate : system.getAcceptedIssuers()) {
        store.setCertificateEntry("system-" + index++, certificate);
      }
      for (X509CertificateHolder root : roots) {
        store.setCertificateEntry("profile-" + index++, Certificates.jca(root));
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {managerOf(store)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot set up TLS", e);
    }
  }

  private static X509TrustManager managerOf(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  private static KeyStore emptyStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Cannot make a key store in memory", e);
    }
  }
}
