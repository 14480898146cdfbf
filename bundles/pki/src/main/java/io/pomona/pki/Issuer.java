package io.pomona.pki;

import io.pomona.api.MdmException;
import io.pomona.protocol.digest.Sha256;
import java.io.IOException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A private key of the server with its certificate, ready to sign.
 *
 * @param chain DER, the certificate first
 */
public record Issuer(PrivateKey key, X509CertificateHolder certificate, List<byte[]> chain) {
  static Issuer of(PrivateKey key, List<byte[]> chain) {
    return new Issuer(key, parse(chain.get(0)), List.copyOf(chain));
  }

  static X509CertificateHolder parse(byte[] certificate) {
    try {
      return new X509CertificateHolder(certificate);
    } catch (IOException | RuntimeException e) {
      throw MdmException.malformed("pki.certificate_malformed", "The certificate cannot be read.")
          .causedBy(e);
    }
  }

  static byte[] der(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("A certificate could not be written.", e);
    }
  }

  Instant notAfter() {
    return certificate.getNotAfter().toInstant();
  }

  public String sha256() {
    return Sha256.hex(chain.get(0));
  }

  /** What it was signed with must not outlive it. */
  Instant limit(Instant wanted) {
    return wanted.isBefore(notAfter()) ? wanted : notAfter();
  }

  @Override
  public String toString() {
    return "Issuer[" + certificate.getSubject() + "]";
  }
}
