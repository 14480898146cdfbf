package io.pomona.itests.story;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Wire;
import io.pomona.simulator.wire.Wires;
import java.net.URI;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** Leads what Macs send to the node that is chosen at the moment. */
final class Balancer implements Wires {
  private final Wires network;
  private volatile URI node;

  Balancer(Wires network, URI node) {
    this.network = network;
    this.node = node;
  }

  void to(URI other) {
    node = other;
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots) {
    Wire wire = network.trusting(roots);
    return call -> wire.send(led(call));
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots, Identity client) {
    Wire wire = network.trusting(roots, client);
    return call -> wire.send(led(call));
  }

  private Call led(Call call) {
    String rest = call.uri().toString().replaceFirst("^https://[^/]+", "");
    return new Call(call.method(), URI.create(node + rest), call.headers(), call.body());
  }
}
