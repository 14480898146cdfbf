package io.pomona.abm;

import io.pomona.abm.apple.Connections;
import io.pomona.abm.apple.FastConnections;
import io.pomona.api.abm.AbmChanges;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmPage;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.TeamScope;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.apple.abm.VirtualAbm;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.rules.ExternalResource;

/** A virtual ABM with one server, and this slice over stores in memory. */
final class AbmScene extends ExternalResource {
  private static final VirtualApple APPLE =
      VirtualApple.create(KeySource.pooled(2), Clock.systemUTC());

  final SettableClock clock = new SettableClock(Instant.now());
  final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  VirtualAbm abm;
  AbmServer server;
  Connections connections;
  AbmKeys keys;
  AbmTokens tokens;
  AbmSync sync;

  /** What a page meets before it is taken over. */
  Consumer<AbmPage> takes = page -> {};

  @Override
  protected void before() throws IOException {
    abm = new VirtualAbm(APPLE, Clock.systemUTC());
    connections = FastConnections.to(abm, stores);
    FakeSecretVault vault = new FakeSecretVault();
    keys = new AbmKeys(new FakeEncryptionKeys(), stores.keyMaterial(), vault, clock);
    tokens =
        new AbmTokens(
            stores.abmTokens(),
            stores.abmSync(),
            stores.abmDevices(),
            keys,
            connections,
            vault,
            stores.teams(),
            clock);
    sync = node();
    server = abm.person().addServer("Pomona", keys.certificate(Fixtures.ADMIN));
  }

  /** Another node over the same stores. */
  AbmSync node() {
    return new AbmSync(
        stores.abmSync(),
        new Devices(),
        stores.abmTokens(),
        connections,
        new BackOff(Duration.ofMinutes(5), () -> 0),
        clock);
  }

  /** The store behind {@link #takes}. */
  private final class Devices implements AbmDeviceStore {
    @Override
    public Optional<AbmDevice> assigned(String serialNumber) {
      return stores.abmDevices().assigned(serialNumber);
    }

    @Override
    public AbmChanges take(AbmPage page) {
      takes.accept(page);
      return stores.abmDevices().take(page);
    }

    @Override
    public List<AbmDevice> list(AbmTokenId token, boolean missing, String after, int limit) {
      return stores.abmDevices().list(token, missing, after, limit);
    }

    @Override
    public Counts counts(AbmTokenId token) {
      return stores.abmDevices().counts(token);
    }
  }

  @Override
  protected void after() {
    abm.close();
  }

  AbmToken loaded() {
    return tokens.load(Fixtures.ADMIN, abm.person().downloadToken(server));
  }

  AbmToken token() {
    return tokens.list().get(0);
  }

  /** Runs what is due now. */
  boolean look() {
    Optional<AbmToken> due = sync.lease();
    due.ifPresent(sync::run);
    return due.isPresent();
  }

  /** The next look in time. */
  AbmToken lookAgain() {
    clock.set(token().sync().dueAt());
    look();
    return token();
  }

  List<String> serials() {
    return stores.abmDevices().list(token().id(), false, "", 10_000).stream()
        .map(device -> device.serialNumber())
        .collect(Collectors.toList());
  }

  Optional<Host> host(String serial) {
    return stores.hosts().findByIdentifier(serial, TeamScope.everywhere());
  }
}
