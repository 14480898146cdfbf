package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.FakeMdm;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.TestKeys;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

public class RenewalTest {

  private final FakeMdm server = new FakeMdm();
  private final BehaviourScript behaviour = BehaviourScript.obedient();
  private final MacSetup setup =
      MacSetup.real(server).with(TestKeys.KEYS).with(Pause.none()).with(behaviour);
  private VirtualMac mac;
  private String udid;

  @Before
  public void enroll() throws Exception {
    mac = VirtualMac.inMemory(MacHardware.seeded(1), setup);
    mac.enroll(profile("first"));
    udid = mac.hardware().udid();
  }

  private byte[] profile(String challenge) {
    return Profiles.enrollment(
        "https://mdm.example", challenge, server.scep.authority.identity().certificate());
  }

  @Test
  public void aRenewalProfileBringsANewIdentityAndChecksInWithIt() {
    var old = mac.identity().orElseThrow();
    server.enqueue(udid, Map.of("RequestType", "InstallProfile", "Payload", profile("second")));

    mac.poll();

    var renewed = mac.identity().orElseThrow();
    assertNotEquals(old.certificate(), renewed.certificate());
    assertEquals("[first, second]", server.scep.challenges.toString());
    assertEquals(
        List.of("Idle", "Authenticate", "TokenUpdate", "Acknowledged"),
        server.heardTypes().subList(2, 6));
    assertEquals(renewed.certificate(), server.last().signer());
  }

  @Test
  public void aRenewalMayBeAcknowledgedByTheOldIdentity() throws Exception {
    VirtualMac other =
        VirtualMac.inMemory(
            MacHardware.seeded(3), setup.with(MacOptions.modern().acknowledgingRenewalByOld()));
    other.enroll(profile("a"));
    var old = other.identity().orElseThrow();
    server.enqueue(
        other.hardware().udid(), Map.of("RequestType", "InstallProfile", "Payload", profile("b")));

    other.poll();

    assertEquals("Acknowledged", server.last().type());
    assertEquals(old.certificate(), server.last().signer());
    other.poll();
    assertEquals(other.identity().orElseThrow().certificate(), server.last().signer());
  }

  @Test
  public void aRenewalToAnotherServerIsRefused() {
    byte[] foreign =
        Profiles.enrollment(
            "https://evil.example", "x", server.scep.authority.identity().certificate());
    server.enqueue(udid, Map.of("RequestType", "InstallProfile", "Payload", foreign));

    mac.poll();

    assertEquals("Error", server.last().type());
    assertTrue(mac.enrolled());
  }

  @Test
  public void aFailedRenewalLeavesTheOldIdentityInUse() {
    var old = mac.identity().orElseThrow();
    server.scep.failInfo = "2";
    server.enqueue(udid, Map.of("RequestType", "InstallProfile", "Payload", profile("used")));

    mac.poll();

    assertEquals("Error", server.last().type());
    assertEquals(old.certificate(), server.last().signer());
    assertEquals(old, mac.identity().orElseThrow());
  }

  @Test
  public void enrollingAgainKeepsTheTokenAndChangesTheMagic() throws Exception {
    PushAddress before = mac.push(Channel.DEVICE).orElseThrow();

    mac.checkOut();
    assertEquals("CheckOut", server.last().type());
    mac.enroll(profile("again"));

    PushAddress after = mac.push(Channel.DEVICE).orElseThrow();
    assertEquals(before.tokenHex(), after.tokenHex());
    assertNotEquals(before.magic(), after.magic());
  }
}
