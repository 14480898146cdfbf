package io.pomona.simulator.apple;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** An MDM push certificate with its key, as identity.apple.com would have issued it. */
public record PushIdentity(Identity identity) {

  public String topic() {
    return topicOf(identity.certificate().getSubject()).orElseThrow();
  }

  /** The day on which it ends. */
  public LocalDate expiry() {
    Instant end = identity.certificate().getNotAfter().toInstant();
    return LocalDate.ofInstant(end, ZoneOffset.UTC);
  }

  public String certificatePem() {
    return Certificates.pem(identity.certificate());
  }

  /** PKCS#8, not encrypted. */
  public String keyPem() {
    return Certificates.pem("PRIVATE KEY", identity.key().getEncoded());
  }

  public byte[] pkcs12(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry("push", identity.key(), password, new Certificate[] {identity.jca()});
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password);
      return out.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot write PKCS#12", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The topic that a push certificate may push to: the one UID of its subject. */
  static Optional<String> topicOf(X500Name subject) {
    RDN[] uids = subject.getRDNs(BCStyle.UID);
    return uids.length == 1
        ? Optional.of(uids[0].getFirst().getValue().toString())
        : Optional.empty();
  }
}
