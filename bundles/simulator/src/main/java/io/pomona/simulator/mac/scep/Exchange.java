package io.pomona.simulator.mac.scep;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/** One transaction with one server: sends messages under the same signer, reads the answers. */
record Exchange(
    ScepServer server,
    List<X509CertificateHolder> authorities,
    Identity signer,
    Clock clock,
    boolean post) {

  CertRep send(ScepMessage message) throws IOException {
    byte[] request = message.encode(recipient(), signer, clock.instant());
    Reply reply = server.operate(request, post && !message.options().get());
    if (!reply.ok()) {
      throw new ScepFailure("PKIOperation answered " + reply.status());
    }
    return CertRep.read(reply.body(), message, authorities);
  }

  /** The registration authority where there is one, else the CA: whoever may decipher keys. */
  X509CertificateHolder recipient() throws ScepFailure {
    X509CertificateHolder found = null;
    for (X509CertificateHolder authority : authorities) {
      KeyUsage usage = KeyUsage.fromExtensions(authority.getExtensions());
      boolean deciphers = usage == null || usage.hasUsages(KeyUsage.keyEncipherment);
      if (deciphers && (found == null || !isCa(authority))) {
        found = authority;
      }
    }
    if (found == null) {
      throw new ScepFailure("No CA certificate may decipher keys, macOS reports -50");
    }
    return found;
  }

  private static boolean isCa(X509CertificateHolder certificate) {
    return certificate.getExtension(Extension.basicConstraints) != null
        && BasicConstraints.fromExtensions(certificate.getExtensions()).isCA();
  }
}
