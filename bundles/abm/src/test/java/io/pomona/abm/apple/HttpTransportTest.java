package io.pomona.abm.apple;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.apple.abm.VirtualAbm;
import io.pomona.simulator.crypto.KeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HttpTransportTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static void assertUnreadable(HttpTransport transport) {
    AppleRefusal refusal =
        assertThrows(
            AppleRefusal.class,
            () -> transport.send("GET", "/account", Map.of(), Optional.empty()));
    assertEquals(AppleRefusal.Kind.UNAVAILABLE, refusal.kind());
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("trust.pem"));
  }

  @Test
  public void aTrustFileThatIsMissingIsAnOutageUntilItIsThere() throws IOException {
    Path file = folder.getRoot().toPath().resolve("authority.pem");
    VirtualApple apple = VirtualApple.create(KeySource.pooled(2), Clock.systemUTC());
    try (VirtualAbm abm = new VirtualAbm(apple, Clock.systemUTC())) {
      HttpTransport transport = new HttpTransport(abm.url().toString(), file.toString());
      assertUnreadable(transport);
      Files.writeString(file, "");
      assertUnreadable(transport);
      Files.writeString(file, "no certificate");
      assertUnreadable(transport);
      Files.writeString(file, abm.rootPem());
      assertEquals(4, transport.send("GET", "/account", Map.of(), Optional.empty()).status() / 100);
    }
  }
}
