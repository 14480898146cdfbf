package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A PKCS#12 file with one key. */
final class Pkcs12File {
  private static final int LARGEST = 1 << 20;

  private Pkcs12File() {}

  static PushMaterial read(byte[] file, Secret passphrase) {
    if (file.length > LARGEST) {
      throw refused("bad_pkcs12", "pkcs12", "The PKCS#12 file has more than 1 MiB.");
    }
    char[] phrase = passphrase.revealText().toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), phrase);
      String alias = onlyKey(store);
      PrivateKey key = (PrivateKey) store.getKey(alias, phrase);
      return new PushMaterial(chain(store.getCertificateChain(alias)), key);
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw reason(e, passphrase);
    } finally {
      Arrays.fill(phrase, ' ');
    }
  }

  private static String onlyKey(KeyStore store) throws GeneralSecurityException {
    List<String> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        keys.add(alias);
      }
    }
    if (keys.isEmpty()) {
      throw refused(
          "no_key",
          "pkcs12",
          "There is no private key with its certificate in the PKCS#12 file. In Keychain Access,"
              + " export the certificate from My Certificates, where it has its key.");
    }
    if (keys.size() > 1) {
      throw refused(
          "several_keys",
          "pkcs12",
          "There are %d private keys in the PKCS#12 file. Export the one of the certificate alone."
              .formatted(keys.size()));
    }
    return keys.get(0);
  }

  private static List<X509Certificate> chain(Certificate[] certificates) {
    return Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
  }

  private static MdmException reason(Exception e, Secret passphrase) {
    if (e instanceof MdmException known) {
      return known;
    }
    // The JDK derives no key from them.
    if (passphrase.revealText().chars().anyMatch(c -> c > '~')) {
      return refused(
              "wrong_passphrase",
              "passphrase",
              "The passphrase has characters that are not ASCII. Export the file again with a"
                  + " passphrase of ASCII characters.")
          .causedBy(e);
    }
    if (e instanceof UnrecoverableKeyException
        || e.getCause() instanceof UnrecoverableKeyException) {
      return refused(
              "wrong_passphrase", "passphrase", "The passphrase does not open the PKCS#12 file.")
          .causedBy(e);
    }
    return refused(
            "bad_pkcs12",
            "pkcs12",
            "The file cannot be read as PKCS#12: it is damaged or something else.")
        .causedBy(e);
  }

  private static MdmException refused(String code, String field, String reason) {
    return MdmException.invalid("apns." + code, field, reason);
  }
}
