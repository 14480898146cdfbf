package io.pomona.itests.bench;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.apple.VirtualApns;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.apple.abm.VirtualAbm;
import io.pomona.simulator.crypto.KeySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A virtual APNs in the driver's process that counts pushes and wakes nobody. */
final class AppleSide implements AutoCloseable {
  private final VirtualApns apns;
  private final PushIdentity push;
  private final VirtualAbm abm;
  private final Path root;
  private final AtomicInteger pushes = new AtomicInteger();

  AppleSide(Path folder) {
    try {
      Files.createDirectories(folder);
      VirtualApple apple = VirtualApple.open(folder, KeySource.fresh(), Clock.systemUTC());
      push = apple.keptPushIdentity(folder);
      root = Files.writeString(folder.resolve("root.pem"), apple.rootPem());
      apns = new VirtualApns(apple, 0);
      abm = new VirtualAbm(apple, Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    apns.onPush((token, magic) -> pushes.incrementAndGet());
  }

  Map<String, String> settings() {
    return Map.of("host", "localhost", "port", "" + apns.port(), "trust.pem", root.toString());
  }

  /** For {@code io.pomona.abm.cfg}. */
  Map<String, String> abmSettings() {
    return Map.of("url", abm.url().toString(), "trust.pem", root.toString());
  }

  VirtualAbm abm() {
    return abm;
  }

  void turnMdmOn(AdminApi admin) {
    admin
        .put(
            "/api/v1/apns",
            Map.of("certificate", push.certificatePem(), "private_key", push.keyPem()))
        .ok();
  }

  int pushes() {
    return pushes.get();
  }

  @Override
  public void close() {
    apns.close();
    abm.close();
  }
}
