package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.protocol.digest.Sha256;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An MDM vendor certificate with what Apple put above it: leaf first, root last. */
record VendorChain(List<X509Certificate> certificates) {
  private static final String VENDOR = "MDM Vendor";
  private static final int MOST = 5;

  /**
   * @param brought in any order but for the leaf, which comes first
   * @param rootSha256 the root that counts
   */
  static VendorChain of(List<X509Certificate> brought, String rootSha256, Instant now) {
    X509Certificate leaf = brought.get(0);
    requireVendor(leaf);
    List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
    while (!isRoot(last(chain))) {
      chain.add(issuer(last(chain), brought).orElseThrow(() -> incomplete(last(chain))));
      if (chain.size() > MOST) {
        throw incomplete(leaf);
      }
    }
    requireRoot(last(chain), rootSha256);
    chain.forEach(certificate -> requireNow(certificate, now));
    return new VendorChain(List.copyOf(chain));
  }

  X509Certificate leaf() {
    return certificates.get(0);
  }

  void requireKey(PrivateKey key) {
    if (!key.getAlgorithm().equals("RSA") || !PushPair.belongs(key, leaf())) {
      throw MdmException.invalid(
          "apns.vendor_other_key",
          "private_key",
          "The private key is not the one of the vendor certificate. Send the key that its request"
              + " at developer.apple.com was made with.");
    }
  }

  private static X509Certificate last(List<X509Certificate> chain) {
    return chain.get(chain.size() - 1);
  }

  private static void requireVendor(X509Certificate leaf) {
    String name = PushCertificateFile.commonName(leaf.getSubjectX500Principal());
    if (!name.startsWith(VENDOR)) {
      throw refused(
          "not_a_vendor",
          "This is no MDM vendor certificate: it is named \"%s\", and those of Apple begin with \"MDM Vendor:\". Make one of the kind MDM CSR at developer.apple.com, and send it first in the file."
              .formatted(name));
    }
  }

  private static boolean isRoot(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private static Optional<X509Certificate> issuer(
      X509Certificate certificate, List<X509Certificate> brought) {
    return brought.stream()
        .filter(each -> each.getBasicConstraints() >= 0)
        .filter(each -> each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
        .filter(each -> signed(certificate, each))
        .findFirst();
  }

  private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static MdmException incomplete(X509Certificate certificate) {
    return refused(
        "vendor_incomplete",
        "The certificate that issued \"%s\" is missing: \"%s\". Append Apple's intermediate certificate (Worldwide Developer Relations) and Apple's root to the file; both are at apple.com/certificateauthority."
            .formatted(
                PushCertificateFile.commonName(certificate.getSubjectX500Principal()),
                PushCertificateFile.commonName(certificate.getIssuerX500Principal())));
  }

  private static void requireRoot(X509Certificate root, String sha256) {
    if (!sha256.replace(":", "").strip().equalsIgnoreCase(fingerprint(root))
        || !signed(root, root)) {
      throw refused(
          "vendor_other_root",
          "The vendor certificate does not end at Apple's root but at \"%s\", so Apple would refuse what it signs. Append Apple's own certificates."
              .formatted(PushCertificateFile.commonName(root.getSubjectX500Principal())));
    }
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireNow(X509Certificate certificate, Instant now) {
    String name = PushCertificateFile.commonName(certificate.getSubjectX500Principal());
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw refused(
          "vendor_expired",
          "\"%s\" ended on %s, so Apple refuses what it signs. Make a new one at developer.apple.com (MDM CSR) and load it with its key and Apple's certificates of today."
              .formatted(name, certificate.getNotAfter().toInstant()));
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      throw refused(
          "vendor_not_yet_valid",
          "\"%s\" is valid from %s on. Set the clock of this server, or wait."
              .formatted(name, certificate.getNotBefore().toInstant()));
    }
  }

  private static MdmException refused(String code, String reason) {
    return MdmException.invalid("apns." + code, "certificate", reason);
  }
}
