package io.pomona.abm.apple;

import io.pomona.simulator.apple.abm.VirtualAbm;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.InMemoryStoreSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Connections with a virtual ABM that do not wait between calls. */
public final class FastConnections {
  private FastConnections() {}

  public static Connections to(VirtualAbm abm, InMemoryStoreSet stores) {
    return new Connections(
        stores.abmTokens(), stores.abmSync(), new FakeSecretVault(), transport(abm), Duration.ZERO);
  }

  static HttpTransport transport(VirtualAbm abm) {
    try {
      Path root = Files.createTempFile("apple", ".pem");
      root.toFile().deleteOnExit();
      Files.writeString(root, abm.rootPem());
      return new HttpTransport(abm.url().toString(), root.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
