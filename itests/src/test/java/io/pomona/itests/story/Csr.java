package io.pomona.itests.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** PKCS#10 requests, honest ones and others. */
final class Csr {
  private Csr() {}

  static byte[] plain(KeyPair keys, String challenge) {
    return signed(builder(keys, "CN=Mac", challenge), keys, "SHA256withRSA");
  }

  /** Wants to be a CA, a server, and somebody else. */
  static byte[] greedy(KeyPair keys, String challenge, String subject) {
    PKCS10CertificationRequestBuilder builder = builder(keys, subject, challenge);
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    try {
      extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      extensions.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      extensions.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              new KeyPurposeId[] {
                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.anyExtendedKeyUsage
              }));
      extensions.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, "mdm.example.com")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
    return signed(builder, keys, "SHA256withRSA");
  }

  static byte[] withoutChallenge(KeyPair keys) {
    return signed(
        new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=Mac"), keys.getPublic()),
        keys,
        "SHA256withRSA");
  }

  /** Signed by a key that is not the one it asks for. */
  static byte[] ofAnothersKey(KeyPair keys, KeyPair signer, String challenge) {
    return signed(builder(keys, "CN=Mac", challenge), signer, "SHA256withRSA");
  }

  static byte[] signedWithMd5(KeyPair keys, String challenge) {
    return signed(builder(keys, "CN=Mac", challenge), keys, "MD5withRSA");
  }

  private static PKCS10CertificationRequestBuilder builder(
      KeyPair keys, String subject, String challenge) {
    return new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keys.getPublic())
        .addAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERPrintableString(challenge));
  }

  private static byte[] signed(
      PKCS10CertificationRequestBuilder builder, KeyPair keys, String algorithm) {
    try {
      return builder
          .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()))
          .getEncoded();
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
