package io.pomona.itests.story;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Delivers what one Mac sends one to three times, and now and then once more what it sent long
 * before. The Mac gets one of the answers. The same seed does the same.
 */
final class DisorderlyNetwork implements Wires {
  private static final int REMEMBERED = 40;

  private final Wires network;
  private final Random random;
  private final List<Call> sent = new ArrayList<>();

  DisorderlyNetwork(Wires network, long seed) {
    this.network = network;
    this.random = new Random(seed);
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots) {
    return disorderly(network.trusting(roots));
  }

  @Override
  public Wire trusting(List<X509CertificateHolder> roots, Identity client) {
    return disorderly(network.trusting(roots, client));
  }

  private Wire disorderly(Wire wire) {
    return call -> send(wire, call);
  }

  private synchronized Reply send(Wire wire, Call call) throws IOException {
    if (!sent.isEmpty() && random.nextInt(4) == 0) {
      late(wire);
    }
    Reply reply = wire.send(call);
    for (int copies = random.nextInt(3); copies > 0; copies--) {
      Reply again = wire.send(call);
      if (random.nextBoolean() && again.ok()) {
        reply = again;
      }
    }
    if (sent.size() == REMEMBERED) {
      sent.remove(random.nextInt(REMEMBERED));
    }
    sent.add(call);
    return reply;
  }

  /** Delivers all that it remembers once more, in any order. */
  synchronized void afterwards(Wire wire) throws IOException {
    for (int i = sent.size(); i > 0; i--) {
      late(wire);
    }
  }

  private void late(Wire wire) throws IOException {
    Reply reply = wire.send(sent.get(random.nextInt(sent.size())));
    if (reply.status() == 401 || reply.status() >= 500) {
      throw new IOException("a late duplicate was answered " + reply.status());
    }
  }
}
