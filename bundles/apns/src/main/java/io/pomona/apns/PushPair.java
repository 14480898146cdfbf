package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushCertificateInfo;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A pair that an operator brings, checked. */
record PushPair(List<X509Certificate> chain, PrivateKey key) {

  static PushPair checked(PushMaterial material, Instant now) {
    X509Certificate leaf = material.leaf();
    PushCertificateFile.topic(leaf);
    requireNow(leaf, now);
    if (!belongs(material.key(), leaf)) {
      throw MdmException.invalid(
          "apns.other_key",
          "private_key",
          "The private key is not the one of this certificate. Send the key that the request for"
              + " this certificate was made with.");
    }
    return new PushPair(material.chain(), material.key());
  }

  private static void requireNow(X509Certificate leaf, Instant now) {
    if (now.isAfter(leaf.getNotAfter().toInstant())) {
      throw MdmException.invalid(
          "apns.expired",
          "certificate",
          "The certificate ended on "
              + leaf.getNotAfter().toInstant()
              + ". Renew it at identity.apple.com/pushcert with the same Apple ID.");
    }
    if (now.isBefore(leaf.getNotBefore().toInstant())) {
      throw MdmException.invalid(
          "apns.not_yet_valid",
          "certificate",
          "The certificate is valid from %s on, and the clock of this server says %s. Set the clock, or wait."
              .formatted(leaf.getNotBefore().toInstant(), now));
    }
  }

  PushCertificateInfo info() {
    return PushCertificateFile.info(chain.get(0));
  }

  List<byte[]> encodedChain() {
    List<byte[]> encoded = new ArrayList<>();
    for (X509Certificate certificate : chain) {
      try {
        encoded.add(certificate.getEncoded());
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException("a certificate that was read has no encoding", e);
      }
    }
    return encoded;
  }

  static boolean belongs(PrivateKey key, X509Certificate certificate) {
    byte[] sample = new byte[32];
    new SecureRandom().nextBytes(sample);
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(sample);
      byte[] signature = signer.sign();
      signer.initVerify(certificate.getPublicKey());
      signer.update(sample);
      return signer.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "PushPair[" + chain.get(0).getSubjectX500Principal() + "]";
  }
}
