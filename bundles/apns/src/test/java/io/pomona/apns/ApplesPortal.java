package io.pomona.apns;

import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.apple.VirtualPushPortal;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The desks of the slice over stores in memory, and the virtual Apple's portal opposite. */
final class ApplesPortal {
  static final VirtualApple APPLE = VirtualApple.create(KeySource.pooled(6), Clock.systemUTC());
  static final UUID TOPIC = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000cafe");

  final SettableClock clock = new SettableClock(Instant.now());
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  final FakeSecretVault vault = new FakeSecretVault();
  final TestKeys keys = new TestKeys();
  final LoadedPushCertificates node =
      new LoadedPushCertificates(stores.pushCertificates(), vault, clock);
  final CertificateDesk certificates =
      new CertificateDesk(stores.pushCertificates(), node, vault, clock);
  final RequestDesk requests =
      new RequestDesk(stores.pushRequests(), certificates, node, keys, keys, vault, clock);
  final VendorDesk vendor = new VendorDesk(stores.pushRequests(), vault, APPLE.rootSha256(), clock);
  private final VirtualPushPortal portal = new VirtualPushPortal(APPLE, clock);

  void request() {
    clock.advance(Duration.ofSeconds(1));
    requests.create(Fixtures.ADMIN, "it@example.com", "Example");
  }

  byte[] issued() {
    return issued(vendor.file(requests.newest()));
  }

  byte[] issued(byte[] file) {
    return portal.issue(file, TOPIC).getBytes(StandardCharsets.US_ASCII);
  }

  PushCertificateView accept(byte[] certificate) {
    clock.advance(Duration.ofSeconds(1));
    return requests.accept(Fixtures.ADMIN, certificate, LoadTerms.usual());
  }
}
