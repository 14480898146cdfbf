package io.pomona.simulator.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/** A private key with its certificate. */
public record Identity(PrivateKey key, X509CertificateHolder certificate) {

  public static Identity of(byte[] pkcs8, byte[] certificate) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return new Identity(key, new X509CertificateHolder(certificate));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("Not an RSA key in PKCS#8 with its certificate", e);
    }
  }

  /** Adds key and certificate to a document that goes to disk. */
  public void writeTo(Map<String, Object> document, String name) {
    document.put(name + "Key", key.getEncoded());
    document.put(name + "Certificate", der());
  }

  public byte[] der() {
    return Certificates.der(certificate);
  }

  public X509Certificate jca() {
    return Certificates.jca(certificate);
  }

  @Override
  public String toString() {
    return "Identity[" + certificate.getSubject() + "]";
  }

  /** True when the certificate was issued for this public key. */
  public static boolean holds(X509CertificateHolder certificate, SubjectPublicKeyInfo key) {
    return certificate.getSubjectPublicKeyInfo().equals(key);
  }
}
