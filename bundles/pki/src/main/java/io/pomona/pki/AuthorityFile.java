package io.pomona.pki;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PKCS#12 file with a device CA that is to be taken over from another server. */
final class AuthorityFile {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorityFile.class);
  private static final int WANTED = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;

  private final Path file;
  private final Secret password;

  AuthorityFile(Path file, Secret password) {
    this.file = file;
    this.password = password;
  }

  Issuer read(Instant now) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, characters());
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return checked(entry(store, alias), now);
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw refused("cannot be read; is its password right? " + e.getMessage()).causedBy(e);
    }
    throw refused("holds no private key.");
  }

  private Issuer entry(KeyStore store, String alias) throws GeneralSecurityException {
    List<byte[]> chain = new ArrayList<>();
    for (Certificate each : store.getCertificateChain(alias)) {
      chain.add(each.getEncoded());
    }
    return Issuer.of((PrivateKey) store.getKey(alias, characters()), chain);
  }

  private char[] characters() {
    return password.revealText().toCharArray();
  }

  private Issuer checked(Issuer issuer, Instant now) {
    X509CertificateHolder certificate = issuer.certificate();
    RsaKey.publicKey(certificate.getSubjectPublicKeyInfo(), RsaKey.STRONG);
    BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
    if (constraints == null || !constraints.isCA()) {
      throw refused("holds a certificate that is not a CA's.");
    }
    if (issuer.notAfter().isBefore(now)) {
      throw refused("holds a CA that has expired.");
    }
    KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
    if (usage != null && !usage.hasUsages(WANTED)) {
      LOG.warn(
          "The imported device CA is not allowed digital signatures and key encipherment; newer"
              + " versions of macOS may refuse it. If they do, run mdm:device-ca-roll");
    }
    return issuer;
  }

  private MdmException refused(String reason) {
    return MdmException.invalid(
        "pki.ca_import_refused", "device.ca.import.file", "The file " + file + " " + reason);
  }
}
