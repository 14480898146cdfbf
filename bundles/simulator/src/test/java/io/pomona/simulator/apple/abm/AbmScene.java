package io.pomona.simulator.apple.abm;

import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.support.SettableClock;
import io.pomona.simulator.support.TestKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.rules.ExternalResource;

/** A virtual ABM with one server, and a client that has its token. */
final class AbmScene extends ExternalResource {

  static final VirtualApple APPLE = VirtualApple.create(TestKeys.KEYS, new SettableClock());

  static final Identity KEY =
      Authority.create("CN=ABM key", TestKeys.KEYS.next(), new SettableClock()).identity();

  final SettableClock clock = new SettableClock();
  VirtualAbm abm;
  AbmServer server;

  @Override
  protected void before() throws IOException {
    abm = new VirtualAbm(APPLE, clock);
    server = abm.person().addServer("Pomona", pem());
    abm.person().downloadToken(server);
  }

  static String pem() {
    return io.pomona.simulator.crypto.Certificates.pem(KEY.certificate());
  }

  @Override
  protected void after() {
    abm.close();
  }

  AbmClient client() {
    AbmClient client = new AbmClient(abm, server.token().orElseThrow());
    client.now = clock.instant();
    return client;
  }

  AbmClient loggedIn() {
    try {
      return client().loggedIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
