package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushCertificateInfo;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Reads certificates and what a push certificate says of itself. */
final class PushCertificateFile {
  private static final byte SEQUENCE = 0x30;
  private static final String TOPIC_PREFIX = "com.apple.mgmt.";

  private PushCertificateFile() {}

  /** As Apple hands them out: PEM, the leaf first, or one in DER. */
  static List<X509Certificate> read(byte[] file) {
    if (file.length == 0 || file[0] != SEQUENCE) {
      return read(new String(file, StandardCharsets.UTF_8));
    }
    try {
      return List.of(der(file));
    } catch (CertificateException e) {
      throw damaged();
    }
  }

  /** All certificates of a PEM text, the leaf first. */
  static List<X509Certificate> read(String pem) {
    List<X509Certificate> chain = new ArrayList<>();
    for (PemText.Block block : PemText.blocks(pem)) {
      if (block.label().equals("CERTIFICATE")) {
        try {
          chain.add(der(block.der()));
        } catch (IllegalArgumentException | CertificateException e) {
          throw damaged();
        }
      }
    }
    if (chain.isEmpty()) {
      throw refused("There is no certificate in the text: a PEM block CERTIFICATE is expected.");
    }
    return chain;
  }

  static X509Certificate der(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  /** The one UID of the subject, which ties Macs to the certificate. */
  static String topic(X509Certificate certificate) {
    List<String> ids = values(certificate.getSubjectX500Principal(), "UID");
    if (ids.size() != 1 || !ids.get(0).startsWith(TOPIC_PREFIX)) {
      throw refused(
          "This is no MDM push certificate: its subject must have exactly one UID, beginning with "
              + TOPIC_PREFIX
              + ". Download the certificate from identity.apple.com/pushcert.");
    }
    return ids.get(0);
  }

  static PushCertificateInfo info(X509Certificate certificate) {
    return new PushCertificateInfo(
        topic(certificate),
        commonName(certificate.getSubjectX500Principal()),
        certificate.getSerialNumber().toString(),
        commonName(certificate.getIssuerX500Principal()),
        certificate.getNotAfter().toInstant());
  }

  static String commonName(X500Principal name) {
    Optional<String> first = values(name, "CN").stream().findFirst();
    return first.orElseGet(name::getName);
  }

  private static List<String> values(X500Principal principal, String type) {
    List<String> found = new ArrayList<>();
    try {
      for (Rdn rdn : new LdapName(principal.getName(X500Principal.RFC2253)).getRdns()) {
        Attribute attribute = rdn.toAttributes().get(type);
        for (int i = 0; attribute != null && i < attribute.size(); i++) {
          found.add(String.valueOf(attribute.get(i)));
        }
      }
    } catch (NamingException e) {
      throw refused("The names in the certificate cannot be read.");
    }
    return found;
  }

  private static MdmException damaged() {
    return refused("The certificate cannot be read: it is damaged or no X.509 certificate.");
  }

  private static MdmException refused(String reason) {
    return MdmException.invalid("apns.bad_certificate", "certificate", reason);
  }
}
