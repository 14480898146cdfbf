package io.pomona.simulator.main;

import io.pomona.simulator.mac.VirtualMac;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who sits before the Macs: they log out a while after a profile wants their disk encrypted. */
final class MacUsers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MacUsers.class);
  private static final Duration ROUND = Duration.ofSeconds(10);

  private final List<VirtualMac> macs;
  private final Set<VirtualMac> asked = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();

  MacUsers(List<VirtualMac> macs) {
    this.macs = macs;
  }

  void live() {
    rounds.scheduleWithFixedDelay(
        this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asked in one round, a user logs out in the next. */
  void round() {
    for (VirtualMac mac : macs) {
      try {
        if (!mac.encryptionDeferred()) {
          asked.remove(mac);
        } else if (!asked.add(mac)) {
          mac.logOut();
        }
      } catch (RuntimeException e) {
        LOG.warn("The user of virtual Mac {} stumbled", mac.hardware().serial(), e);
      }
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
