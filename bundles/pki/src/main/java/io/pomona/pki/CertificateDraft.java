package io.pomona.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate before it is signed. Every part of it is chosen by this server. */
final class CertificateDraft {
  private static final int SERIAL_BITS = 128;
  private static final int MAX_COMMON_NAME = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final X500Name subject;
  private final SubjectPublicKeyInfo key;
  private final Instant notBefore;
  private final Instant notAfter;
  private final ExtensionsGenerator extensions = new ExtensionsGenerator();

  CertificateDraft(String commonName, byte[] key, Instant notBefore, Instant notAfter) {
    this.subject = named(commonName);
    this.key = SubjectPublicKeyInfo.getInstance(key);
    this.notBefore = notBefore;
    this.notAfter = notAfter;
    add(
        Extension.subjectKeyIdentifier,
        false,
        new BcX509ExtensionUtils().createSubjectKeyIdentifier(this.key));
  }

  private static X500Name named(String commonName) {
    String name = commonName.substring(0, Math.min(commonName.length(), MAX_COMMON_NAME));
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, "Pomona")
        .addRDN(BCStyle.CN, name)
        .build();
  }

  /** A certificate that signs others and, as macOS asks of a SCEP CA, messages to Macs. */
  CertificateDraft authority() {
    add(Extension.basicConstraints, true, new BasicConstraints(true));
    return usage(
        KeyUsage.keyCertSign
            | KeyUsage.cRLSign
            | KeyUsage.digitalSignature
            | KeyUsage.keyEncipherment);
  }

  CertificateDraft endEntity(int usage) {
    add(Extension.basicConstraints, true, new BasicConstraints(false));
    return usage(usage);
  }

  private CertificateDraft usage(int usage) {
    add(Extension.keyUsage, true, new KeyUsage(usage));
    return this;
  }

  CertificateDraft purpose(KeyPurposeId purpose) {
    add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    return this;
  }

  CertificateDraft names(GeneralNames names) {
    add(Extension.subjectAlternativeName, false, names);
    return this;
  }

  X509CertificateHolder selfSigned(PrivateKey privateKey) {
    add(
        Extension.authorityKeyIdentifier,
        false,
        new BcX509ExtensionUtils().createAuthorityKeyIdentifier(key));
    return sign(subject, privateKey);
  }

  X509CertificateHolder signedBy(X509CertificateHolder issuer, PrivateKey privateKey) {
    add(Extension.authorityKeyIdentifier, false, identifierOf(issuer));
    return sign(issuer.getSubject(), privateKey);
  }

  // An imported CA may have made its key identifier in a way of its own.
  private static AuthorityKeyIdentifier identifierOf(X509CertificateHolder issuer) {
    SubjectKeyIdentifier own = SubjectKeyIdentifier.fromExtensions(extensionsOf(issuer));
    return own == null
        ? new BcX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getSubjectPublicKeyInfo())
        : new AuthorityKeyIdentifier(own.getKeyIdentifier());
  }

  private static Extensions extensionsOf(X509CertificateHolder certificate) {
    return certificate.hasExtensions()
        ? certificate.getExtensions()
        : new Extensions(new Extension[0]);
  }

  private X509CertificateHolder sign(X500Name issuer, PrivateKey privateKey) {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer,
            new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 2),
            Date.from(notBefore),
            Date.from(notAfter),
            subject,
            key);
    try {
      Extensions all = extensions.generate();
      for (ASN1ObjectIdentifier each : all.getExtensionOIDs()) {
        builder.addExtension(all.getExtension(each));
      }
      return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(privateKey));
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("A certificate could not be signed.", e);
    }
  }

  private void add(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
    try {
      extensions.addExtension(type, critical, value);
    } catch (IOException e) {
      throw new IllegalStateException("A certificate's extension could not be written.", e);
    }
  }
}
