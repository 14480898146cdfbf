package io.pomona.apns.shell;

import io.pomona.api.Secret;
import io.pomona.apns.PushMaterial;
import java.io.IOException;
import org.apache.karaf.shell.api.console.Session;

/**
 * A certificate with its key from files; a passphrase is asked for, so that it is in no history.
 */
final class BroughtPair {
  private BroughtPair() {}

  /**
   * @param key file of the private key in PEM; null when the certificate is a PKCS#12 file
   */
  static PushMaterial read(Session session, String certificate, String key) throws IOException {
    byte[] file = new ServerFile(certificate).read();
    if (key != null) {
      byte[] pem = new ServerFile(key).read();
      return PushMaterial.ofPem(file, Secret.of(pem));
    }
    String typed = session.readLine("Passphrase: ", '*');
    return PushMaterial.ofPkcs12(file, Secret.of(typed == null ? "" : typed));
  }
}
