package io.pomona.itests.story;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.apple.VirtualApns;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.apple.VirtualMdmcert;
import io.pomona.simulator.apple.VirtualPushPortal;
import io.pomona.simulator.apple.abm.VirtualAbm;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MacOptions;
import io.pomona.simulator.mac.MacSetup;
import io.pomona.simulator.mac.ProfileRefusedException;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.setup.SetupAssistant;
import io.pomona.simulator.wire.HttpWires;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is outside of the server: a virtual APNs and virtual Macs that it wakes. Keys of Macs come
 * from a pool of 24, since making RSA keys is most of what enrolling costs the test's own process.
 */
public final class VirtualWorld implements AutoCloseable {
  private static final KeySource KEYS = KeySource.pooled(24);
  private static final String PRODUCT_KEY = "the key of a product";
  private static final UUID TOPIC = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000beef");

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
  private final ExecutorService callbacks = Executors.newFixedThreadPool(2);
  private final VirtualApple apple = VirtualApple.create(KEYS, Clock.systemUTC());
  private final PushIdentity push = apple.pushIdentity(TOPIC);
  private final VirtualPushPortal portal = new VirtualPushPortal(apple, Clock.systemUTC());
  private final HttpWires wires = new HttpWires(callbacks);
  private final List<MacFleet> fleets = new ArrayList<>();
  private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime());
  private final VirtualApns apns;
  private final VirtualMdmcert mdmcert;
  private final Path appleRoot;
  private final ShiftedClock abmClock = new ShiftedClock();
  private VirtualAbm abm;

  public VirtualWorld() {
    try {
      this.apns = new VirtualApns(apple, 0);
      this.mdmcert =
          new VirtualMdmcert(
              apple, apple.vendorIdentity("mdmcert", Duration.ofDays(30)), PRODUCT_KEY);
    } catch (BindException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.appleRoot = written("apple", apple.rootPem());
    apns.onPush(
        (token, magic) -> {
          synchronized (fleets) {
            fleets.forEach(fleet -> fleet.wake(token, magic));
          }
        });
  }

  private static Path written(String name, String pem) {
    try {
      Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), name, ".pem");
      return Files.writeString(file, pem).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Apple Business Manager, there from the first call on. */
  public synchronized VirtualAbm abm() {
    if (abm == null) {
      try {
        abm = new VirtualAbm(apple, abmClock);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return abm;
  }

  /** The clock that Apple Business Manager goes by. */
  public ShiftedClock abmClock() {
    return abmClock;
  }

  /** For {@code io.pomona.abm.cfg}. */
  public Map<String, String> abmSettings() {
    return Map.of(
        "url", abm().url().toString(),
        "assign.seconds", "1",
        "trust.pem", appleRoot.toString(),
        "sync.seconds", "2",
        "device.ca.pem", written("devices", apple.devices().pem()).toString());
  }

  /** For {@code io.pomona.apns.cfg}. */
  public Map<String, String> apnsSettings() {
    return Map.of(
        "host",
        "localhost",
        "port",
        "" + apns.port(),
        "trust.pem",
        appleRoot.toString(),
        "vendor.root.sha256",
        apple.rootSha256(),
        "mdmcert.url",
        mdmcert.address(),
        "mdmcert.trust.pem",
        appleRoot.toString(),
        ".mdmcert.key",
        PRODUCT_KEY);
  }

  /** Where people upload requests for push certificates. */
  public VirtualPushPortal portal() {
    return portal;
  }

  public VirtualMdmcert mdmcert() {
    return mdmcert;
  }

  /** The topic that the Macs of this world are enrolled with, without its prefix. */
  public UUID topic() {
    return TOPIC;
  }

  public VirtualApns apns() {
    return apns;
  }

  public PushIdentity push() {
    return push;
  }

  public VirtualApple apple() {
    return apple;
  }

  /** What a Mac of this world is made with; tests vary it. */
  public MacSetup macSetup() {
    return MacSetup.real(wires).with(KEYS).with(MacOptions.modern());
  }

  public MacHardware newHardware() {
    return MacHardware.seeded(SEEDS.incrementAndGet());
  }

  public VirtualMac newMac() {
    return VirtualMac.inMemory(newHardware(), macSetup());
  }

  /** Loads the push pair, with which MDM is on. */
  public void turnMdmOn(AdminApi admin) {
    admin
        .put(
            "/api/v1/apns",
            Map.of("certificate", push.certificatePem(), "private_key", push.keyPem()))
        .ok();
  }

  /**
   * Setup Assistant of this Mac at this world's Apple; the Mac trusts the server by the anchors of
   * its profile, or by {@code trusting(pomona.roots())}.
   */
  public SetupAssistant setupAssistant(VirtualMac mac) {
    return SetupAssistant.of(mac, abm()::profileFor, apple.devices(), wires);
  }

  /** A fresh manual enrollment profile, good for one Mac. */
  public static byte[] profile(AdminApi admin) {
    return admin.get("/api/v1/enrollment_profiles/manual").ok().body();
  }

  /** Enrolls each with a profile of its own and lets pushes wake them from now on. */
  public MacFleet enroll(AdminApi admin, List<VirtualMac> macs) {
    MacFleet fleet = awake(macs);
    try {
      List<String> failures = fleet.each(mac -> mac.enroll(profile(admin)), mac -> {});
      if (!failures.isEmpty()) {
        throw new AssertionError("Not enrolled: " + failures);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return fleet;
  }

  public MacFleet enroll(AdminApi admin, int count) {
    List<VirtualMac> macs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      macs.add(newMac());
    }
    return enroll(admin, macs);
  }

  /** Enrolls one that no push wakes, and lets it answer what the server asks at first. */
  public VirtualMac enrollAsleep(AdminApi admin, VirtualMac mac) {
    try {
      mac.enroll(profile(admin));
    } catch (IOException | ProfileRefusedException e) {
      throw new AssertionError("Not enrolled", e);
    }
    mac.poll();
    return mac;
  }

  /** Pushes wake nobody any more; Macs live on. */
  public void allRest() {
    synchronized (fleets) {
      fleets.forEach(MacFleet::close);
      fleets.clear();
    }
  }

  public KeySource keys() {
    return KEYS;
  }

  public Wires wires() {
    return wires;
  }

  /** A fleet that pushes wake. */
  public MacFleet awake(List<VirtualMac> macs) {
    MacFleet fleet = new MacFleet(macs, threads);
    synchronized (fleets) {
      fleets.add(fleet);
    }
    return fleet;
  }

  @Override
  public void close() {
    synchronized (fleets) {
      fleets.forEach(MacFleet::close);
    }
    apns.close();
    closeAbm();
    mdmcert.close();
    threads.shutdownNow();
    callbacks.shutdownNow();
  }

  private synchronized void closeAbm() {
    if (abm != null) {
      abm.close();
    }
  }
}
