package io.pomona.simulator.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A small certificate authority: the root of the virtual Apple, and the device CA of benchmarks.
 */
public final class Authority {

  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  private final Identity identity;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Authority(Identity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  public static Authority create(String subject, KeyPair keys, Clock clock) {
    X500Name name = new X500Name(subject);
    return new Authority(
        new Identity(keys.getPrivate(), signed(name, keys, name, keys.getPrivate(), clock)), clock);
  }

  /** An authority under this one. */
  public Authority subordinate(String subject, KeyPair keys) {
    X509CertificateHolder certificate =
        signed(
            identity.certificate().getSubject(),
            keys,
            new X500Name(subject),
            identity.key(),
            clock);
    return new Authority(new Identity(keys.getPrivate(), certificate), clock);
  }

  private static X509CertificateHolder signed(
      X500Name issuer, KeyPair keys, X500Name subject, PrivateKey signer, Clock clock) {
    Instant now = clock.instant();
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  issuer,
                  new BigInteger(127, new SecureRandom()),
                  Date.from(now.minus(Duration.ofMinutes(10))),
                  Date.from(now.plus(TEN_YEARS)),
                  subject,
                  keys.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
              .addExtension(Extension.keyUsage, true, caUsage())
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
      return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer));
    } catch (OperatorCreationException | IOException | GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make an authority", e);
    }
  }

  /**
   * Signing and encipherment besides issuing: without them macOS refuses it as a SCEP recipient.
   */
  private static KeyUsage caUsage() {
    return new KeyUsage(
        KeyUsage.keyCertSign
            | KeyUsage.cRLSign
            | KeyUsage.digitalSignature
            | KeyUsage.keyEncipherment);
  }

  public Identity identity() {
    return identity;
  }

  public String pem() {
    return Certificates.pem(identity.certificate());
  }

  public X509CertificateHolder issue(Leaf leaf) {
    Instant now = clock.instant();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            identity.certificate().getSubject(),
            new BigInteger(127, random),
            Date.from(now.minus(Duration.ofMinutes(10))),
            Date.from(now.plus(leaf.validity())),
            leaf.subject(),
            leaf.key());
    try {
      addExtensions(builder, leaf);
      return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(identity.key()));
    } catch (OperatorCreationException | IOException | GeneralSecurityException e) {
      throw new IllegalStateException("Cannot issue for " + leaf.subject(), e);
    }
  }

  private void addExtensions(X509v3CertificateBuilder builder, Leaf leaf)
      throws IOException, GeneralSecurityException {
    JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(
            Extension.keyUsage,
            true,
            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
        .addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(leaf.purposes().toArray(KeyPurposeId[]::new)))
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            identifiers.createSubjectKeyIdentifier(leaf.key()))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            identifiers.createAuthorityKeyIdentifier(
                identity.certificate().getSubjectPublicKeyInfo()));
    if (!leaf.names().isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(leaf.names().toArray(GeneralName[]::new)));
    }
  }
}
