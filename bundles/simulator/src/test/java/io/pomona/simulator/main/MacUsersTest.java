package io.pomona.simulator.main;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MacSetup;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.DiskProfiles;
import io.pomona.simulator.support.FakeMdm;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.TestKeys;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.Test;

public class MacUsersTest {

  @Test
  public void logOutAWhileAfterTheyWereAsked() throws Exception {
    FakeMdm server = new FakeMdm();
    VirtualMac mac =
        VirtualMac.inMemory(
            MacHardware.seeded(3), MacSetup.real(server).with(TestKeys.KEYS).with(Pause.none()));
    mac.enroll(
        Profiles.enrollment(
            "https://mdm.example", "c", server.scep.authority.identity().certificate()));
    try (MacUsers users = new MacUsers(List.of(mac))) {
      users.round();
      Identity escrow =
          Authority.create("CN=Escrow", TestKeys.KEYS.next(), Clock.systemUTC()).identity();
      server.enqueue(
          mac.hardware().udid(),
          Map.of(
              "RequestType",
              "InstallProfile",
              "Payload",
              DiskProfiles.enforcing("org.example.disk", escrow, Map.of())));
      mac.poll();

      users.round();
      assertFalse(mac.diskEncrypted());
      users.round();
      assertTrue(mac.diskEncrypted());
    }
  }

  @Test
  public void ofTwentyMacsTwoOfEachKindAreOld() {
    List<MacHardware> macs =
        LongStream.rangeClosed(1, 20).mapToObj(new MixedFleet()::byHand).toList();

    assertEquals(2, macs.stream().filter(mac -> mac.majorVersion() == 12).count());
    assertEquals(2, macs.stream().filter(mac -> mac.majorVersion() == 13).count());
    assertEquals(2, macs.stream().filter(mac -> !mac.appleSilicon()).count());
  }
}
