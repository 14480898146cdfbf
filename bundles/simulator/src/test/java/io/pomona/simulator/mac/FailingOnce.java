package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** A network that loses one Acknowledged per item of the list. */
final class FailingOnce implements Wires {

  private final Wires next;
  private final List<String> troubles;

  FailingOnce(Wires next, List<String> troubles) {
    this.next = next;
    this.troubles = troubles;
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots) {
    Wire wire = next.trusting(roots);
    return call -> send(wire, call);
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots, Identity client) {
    return trusting(roots);
  }

  private Reply send(Wire wire, Call call) throws IOException {
    boolean answer = new String(call.body(), StandardCharsets.UTF_8).contains("Acknowledged");
    if (answer && !troubles.isEmpty()) {
      troubles.remove(0);
      throw new IOException("Connection reset");
    }
    return wire.send(call);
  }
}
