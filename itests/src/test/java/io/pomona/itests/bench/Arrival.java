package io.pomona.itests.bench;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.mac.BenchmarkIdentity;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MacOptions;
import io.pomona.simulator.mac.MacSetup;
import io.pomona.simulator.mac.MacTask;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.HttpWires;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings Macs into a server as Macs come: profile, SCEP, check-in, and answers to all that it asks
 * for at first. Their keys are of a pool, their certificates are each its own.
 */
final class Arrival {
  private static final int KEYS = 24;
  private static final int STEP = 500;

  private final AdminApi admin;
  private final List<KeyPair> keys = new ArrayList<>();
  private final Map<VirtualMac, Long> seeds = new ConcurrentHashMap<>();

  Arrival(AdminApi admin) {
    this.admin = admin;
    for (int i = 0; i < KEYS; i++) {
      keys.add(KeySource.fresh().next());
    }
  }

  FleetFile.Content enroll(int count) {
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(16);
    ExecutorService callbacks = Executors.newFixedThreadPool(2);
    MacSetup setup =
        MacSetup.real(new HttpWires(callbacks)).with(KeySource.of(keys)).with(MacOptions.modern());
    List<VirtualMac> macs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long seed = 1 + i;
      VirtualMac mac = VirtualMac.inMemory(MacHardware.seeded(seed), setup);
      seeds.put(mac, seed);
      macs.add(mac);
    }
    try (MacFleet fleet = new MacFleet(macs, threads)) {
      all(fleet, "enrolled", mac -> mac.enroll(profile()));
      AtomicInteger commands = new AtomicInteger();
      do {
        commands.set(0);
        all(fleet, "asked", mac -> commands.addAndGet(mac.poll().commands()));
        System.out.println("  " + commands + " commands answered");
      } while (commands.get() > 0);
    } finally {
      threads.shutdownNow();
      callbacks.shutdownNow();
    }
    return new FleetFile.Content(keys, macs.parallelStream().map(this::kept).toList());
  }

  private byte[] profile() {
    return admin.get("/api/v1/enrollment_profiles/manual").ok().body();
  }

  private static void all(MacFleet fleet, String what, MacTask task) {
    AtomicInteger done = new AtomicInteger();
    try {
      List<String> failures =
          fleet.each(
              task,
              mac -> {
                if (done.incrementAndGet() % STEP == 0) {
                  System.out.println("  " + done + " Macs " + what);
                }
              });
      if (!failures.isEmpty()) {
        throw new IllegalStateException(failures.size() + " Macs not " + what + ": " + failures);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private BenchMac kept(VirtualMac mac) {
    var identity = mac.identity().orElseThrow();
    int key = 0;
    while (!keys.get(key).getPrivate().equals(identity.key())) {
      key++;
    }
    return BenchMac.of(seeds.get(mac), key, new BenchmarkIdentity(mac.hardware(), identity));
  }
}
