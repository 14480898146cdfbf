package io.pomona.simulator.wire;

import io.pomona.simulator.crypto.Identity;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** Opens a {@link Wire} for the trust that the Mac has at the moment. */
public interface Wires {

  Wire trusting(List<X509CertificateHolder> roots);

  /** The same, showing a client certificate in the TLS handshake. */
  Wire trusting(List<X509CertificateHolder> roots, Identity client);
}
