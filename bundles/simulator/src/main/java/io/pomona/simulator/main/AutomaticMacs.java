package io.pomona.simulator.main;

import io.pomona.simulator.apple.DeviceAuthority;
import io.pomona.simulator.apple.abm.VirtualAbm;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.setup.SetupAssistant;
import io.pomona.simulator.wire.Wires;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Macs that are switched on as soon as ABM has a profile for them. */
final class AutomaticMacs implements AutoCloseable {

  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final int ROUNDS_AFTER_FAILURE = 15;

  private final Map<String, VirtualMac> macs;
  private final VirtualAbm abm;
  private final DeviceAuthority devices;
  private final Wires wires;
  private final MacFleet fleet;
  private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
  private final Set<String> tired = ConcurrentHashMap.newKeySet();
  private int round;

  AutomaticMacs(
      List<VirtualMac> macs, VirtualAbm abm, DeviceAuthority devices, Wires wires, MacFleet fleet) {
    this.macs = macs.stream().collect(Collectors.toMap(mac -> mac.hardware().serial(), mac -> mac));
    this.abm = abm;
    this.devices = devices;
    this.wires = wires;
    this.fleet = fleet;
  }

  /** The listener hears the serial number of each that has enrolled. */
  void watch(Consumer<String> enrolled) {
    if (!macs.isEmpty()) {
      rounds.scheduleWithFixedDelay(
          () -> round(enrolled), 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** A Mac that could not enroll rests for a while, as its owner would. */
  void round(Consumer<String> enrolled) {
    if (round++ % ROUNDS_AFTER_FAILURE == 0) {
      tired.clear();
    }
    Set<String> claimed = abm.person().profiles().keySet();
    if (macs.values().stream().noneMatch(mac -> ready(mac, claimed))) {
      return;
    }
    try {
      fleet.each(
          mac -> {
            if (ready(mac, claimed)) {
              setUp(mac, enrolled);
            }
          },
          mac -> {});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ready(VirtualMac mac, Set<String> claimed) {
    String serial = mac.hardware().serial();
    return macs.containsKey(serial)
        && !mac.enrolled()
        && claimed.contains(serial)
        && !tired.contains(serial);
  }

  private void setUp(VirtualMac mac, Consumer<String> enrolled) throws Exception {
    String serial = mac.hardware().serial();
    tired.add(serial);
    if (SetupAssistant.of(mac, abm::profileFor, devices, wires).run()) {
      tired.remove(serial);
      enrolled.accept(serial);
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
