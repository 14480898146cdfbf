package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.FakeMdmHost;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.HttpWires;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.Test;

public class MutualTlsTest {

  @Test
  public void theIdentityIsShownInTheHandshake() throws Exception {
    ExecutorService callbacks = Executors.newFixedThreadPool(2);
    try (FakeMdmHost host = new FakeMdmHost()) {
      MacSetup setup =
          MacSetup.real(new HttpWires(callbacks))
              .with(TestKeys.KEYS)
              .with(Pause.none())
              .with(MacOptions.modern().withMutualTls());
      VirtualMac mac = VirtualMac.inMemory(MacHardware.seeded(1), setup);

      mac.enroll(host.profile("c"));
      PollOutcome outcome = mac.poll();

      assertEquals(PollOutcome.Ending.EMPTY, outcome.ending());
      assertTrue(
          host.clients.contains(
              mac.identity().orElseThrow().jca().getSubjectX500Principal().getName()));
    } finally {
      callbacks.shutdownNow();
    }
  }
}
