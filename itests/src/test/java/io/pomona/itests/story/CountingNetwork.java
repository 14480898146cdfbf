package io.pomona.itests.story;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Plist;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.X509CertificateHolder;

/** Counts how often Macs were handed each command; a Mac carries out what it is handed. */
final class CountingNetwork implements Wires {
  private final Wires network;
  private final Map<String, Integer> handedOut;

  /**
   * @param handedOut Mac and command to how often
   */
  CountingNetwork(Wires network, Map<String, Integer> handedOut) {
    this.network = network;
    this.handedOut = handedOut;
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots) {
    return counting(network.trusting(roots));
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots, Identity client) {
    return counting(network.trusting(roots, client));
  }

  private Wire counting(Wire wire) {
    return call -> {
      Reply reply = wire.send(call);
      if (reply.ok() && reply.body().length > 0 && call.uri().getPath().endsWith("/mdm")) {
        count(call, reply);
      }
      return reply;
    };
  }

  private synchronized void count(Call call, Reply reply) throws IOException {
    String mac = Plist.read(call.body()).text("UDID").orElse("");
    Plist.read(reply.body())
        .text("CommandUUID")
        .ifPresent(uuid -> handedOut.merge(mac + " " + uuid, 1, Integer::sum));
  }
}
