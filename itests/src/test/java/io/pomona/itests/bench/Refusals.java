package io.pomona.itests.bench;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.crypto.Leaf;
import io.pomona.simulator.mac.BenchmarkIdentity;
import io.pomona.simulator.mac.PresignedPolls;
import io.pomona.simulator.mac.PresignedPolls.Presigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;

/** What is fast must still refuse what is wrong. */
final class Refusals {
  private final List<BenchMac> macs;

  Refusals(List<BenchMac> macs) {
    this.macs = macs;
  }

  void check(int port) {
    BenchMac first = macs.get(0);
    BenchMac second = macs.get(1);
    refused(
        port,
        "another body's signature",
        new Presigned(second.idle().body(), first.idle().signature()));
    refused(port, "another Mac's certificate", of(second, first.identity().identity()).idle());
    refused(port, "a foreign certificate", of(first, foreign()).idle());
    System.out.println("  refused: bad signature, other Mac's certificate, foreign certificate");
  }

  private static PresignedPolls of(BenchMac mac, Identity identity) {
    return new PresignedPolls(new BenchmarkIdentity(mac.hardware(), identity));
  }

  private Identity foreign() {
    KeyPair key = KeySource.fresh().next();
    Authority other = Authority.create("CN=Other CA", KeySource.fresh().next(), Clock.systemUTC());
    Leaf leaf =
        Leaf.client(macs.get(0).identity().identity().certificate().getSubject(), key.getPublic());
    return new Identity(key.getPrivate(), other.issue(leaf));
  }

  private static void refused(int port, String what, Presigned message) {
    try (Wire wire = new Wire(port)) {
      int status = wire.exchange(MacRequestBytes.of(message)).status();
      if (status / 100 != 4 || status == 401) {
        throw new IllegalStateException(what + " was answered with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
