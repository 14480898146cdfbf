package io.pomona.simulator.mac;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.FakeMdmHost;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.HttpWires;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Over real TLS, with a root that only the enrollment profile tells. */
public class MacFleetTest {

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private final ExecutorService callbacks = Executors.newFixedThreadPool(2);
  private final BehaviourScript behaviour = BehaviourScript.obedient();
  private FakeMdmHost host;

  @Before
  public void start() throws Exception {
    host = new FakeMdmHost();
  }

  @After
  public void stop() {
    threads.shutdownNow();
    callbacks.shutdownNow();
    host.close();
  }

  private MacFleet fleet(int size) throws Exception {
    MacSetup setup =
        MacSetup.real(new HttpWires(callbacks))
            .with(TestKeys.KEYS)
            .with(Pause.none())
            .with(behaviour);
    List<VirtualMac> macs =
        IntStream.range(0, size)
            .mapToObj(i -> VirtualMac.inMemory(MacHardware.seeded(i), setup))
            .toList();
    MacFleet fleet = new MacFleet(macs, threads);
    AtomicInteger done = new AtomicInteger();
    fleet.each(mac -> mac.enroll(host.profile("c")), mac -> done.incrementAndGet());
    assertEquals(size, done.get());
    return fleet;
  }

  @Test
  public void twoHundredMacsOnFourThreads() throws Exception {
    try (MacFleet fleet = fleet(200)) {
      fleet.macs().forEach(mac -> enqueueSaver(mac));

      fleet.macs().forEach(mac -> wake(fleet, mac));

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> fleet.macs().stream().allMatch(mac -> mac.has("com.example.saver")));
      assertEquals(200, fleet.macs().stream().map(mac -> mac.hardware().udid()).distinct().count());
    }
  }

  @Test
  public void aLockedMacSleepsOnWhileOthersWake() throws Exception {
    try (MacFleet fleet = fleet(2)) {
      VirtualMac locked = fleet.macs().get(0);
      VirtualMac other = fleet.macs().get(1);
      host.mdm.enqueue(
          locked.hardware().udid(), Map.of("RequestType", "DeviceLock", "PIN", "123456"));
      wake(fleet, locked);
      await().until(locked::locked);

      fleet.macs().forEach(mac -> enqueueSaver(mac));
      fleet.wakeAll();
      await().until(() -> other.has("com.example.saver"));
      assertFalse(locked.has("com.example.saver"));

      locked.unlock("123456");
      wake(fleet, locked);
      await().until(() -> locked.has("com.example.saver"));
    }
  }

  @Test
  public void aPushWithAWrongMagicWakesNobody() throws Exception {
    try (MacFleet fleet = fleet(2)) {
      VirtualMac first = fleet.macs().get(0);
      VirtualMac second = fleet.macs().get(1);
      enqueueSaver(first);
      enqueueSaver(second);

      fleet.wake(first.push(Channel.DEVICE).orElseThrow().tokenHex(), "another magic");
      wake(fleet, second);

      await().until(() -> second.has("com.example.saver"));
      assertTrue(!first.has("com.example.saver"));
    }
  }

  @Test
  public void aMacInNotNowComesBackByItself() throws Exception {
    behaviour.on("InstallProfile", new Behaviour.NotNow(1));
    try (MacFleet fleet = fleet(1)) {
      VirtualMac mac = fleet.macs().get(0);
      enqueueSaver(mac);

      wake(fleet, mac);

      await().atMost(Duration.ofSeconds(20)).until(() -> mac.has("com.example.saver"));
    }
  }

  @Test
  public void withoutAnyPushTheIntervalServes() throws Exception {
    try (MacFleet fleet = fleet(3)) {
      fleet.macs().forEach(this::enqueueSaver);

      fleet.pollEvery(Duration.ofMillis(300));

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> fleet.macs().stream().allMatch(mac -> mac.has("com.example.saver")));
    }
  }

  private void enqueueSaver(VirtualMac mac) {
    host.mdm.enqueue(
        mac.hardware().udid(),
        Map.of(
            "RequestType", "InstallProfile", "Payload", Profiles.screensaver("com.example.saver")));
  }

  private static void wake(MacFleet fleet, VirtualMac mac) {
    PushAddress address = mac.push(Channel.DEVICE).orElseThrow();
    fleet.wake(address.tokenHex(), address.magic());
  }
}
