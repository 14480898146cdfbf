package io.pomona.simulator.crypto;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificates between DER, PEM, Bouncy Castle and the JDK. */
public final class Certificates {

  /** An instance, never registered: Karaf has another Bouncy Castle of its own. */
  public static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private Certificates() {}

  public static byte[] der(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static X509CertificateHolder parse(byte[] der) {
    try {
      return new X509CertificateHolder(der);
    } catch (IOException e) {
      throw new UncheckedIOException("Not a DER certificate", e);
    }
  }

  public static X509Certificate jca(X509CertificateHolder certificate) {
    try {
      return new JcaX509CertificateConverter()
          .setProvider(BOUNCY_CASTLE)
          .getCertificate(certificate);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("Not a certificate that can be used", e);
    }
  }

  /** True when one of these authorities signed it. */
  public static boolean issued(
      X509CertificateHolder certificate, Collection<X509CertificateHolder> authorities) {
    for (X509CertificateHolder authority : authorities) {
      if (authority.getSubject().equals(certificate.getIssuer())
          && signed(certificate, authority)) {
        return true;
      }
    }
    return false;
  }

  private static boolean signed(
      X509CertificateHolder certificate, X509CertificateHolder authority) {
    try {
      return certificate.isSignatureValid(
          new JcaContentVerifierProviderBuilder().setProvider(BOUNCY_CASTLE).build(authority));
    } catch (CertException | CertificateException | OperatorCreationException e) {
      return false;
    }
  }

  public static String pem(X509CertificateHolder certificate) {
    return pem("CERTIFICATE", der(certificate));
  }

  public static String pem(String label, byte[] der) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(label, der));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** All certificates of a PEM text, in order. */
  public static List<X509CertificateHolder> parsePem(String pem) {
    List<X509CertificateHolder> found = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object item = parser.readObject(); item != null; item = parser.readObject()) {
        if (item instanceof X509CertificateHolder certificate) {
          found.add(certificate);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Not a PEM text", e);
    }
    return found;
  }
}
