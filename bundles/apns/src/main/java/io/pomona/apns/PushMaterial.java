package io.pomona.apns;

import io.pomona.api.Secret;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Certificates with the key of the first, as somebody brings them; nothing is checked yet. */
public record PushMaterial(List<X509Certificate> chain, PrivateKey key) {

  /** Both in PEM; the certificate may be in DER as well. */
  public static PushMaterial ofPem(byte[] certificate, Secret key) {
    return new PushMaterial(PushCertificateFile.read(certificate), PrivateKeyFile.read(key));
  }

  /** A PKCS#12 file, as Keychain Access and openssl write it. */
  public static PushMaterial ofPkcs12(byte[] file, Secret passphrase) {
    return Pkcs12File.read(file, passphrase);
  }

  X509Certificate leaf() {
    return chain.get(0);
  }

  @Override
  public String toString() {
    return "PushMaterial[" + leaf().getSubjectX500Principal() + "]";
  }
}
