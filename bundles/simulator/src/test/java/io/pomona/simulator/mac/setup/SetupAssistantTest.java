package io.pomona.simulator.mac.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.apple.abm.AbmProfile;
import io.pomona.simulator.mac.EnrollmentRefusedException;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MacSetup;
import io.pomona.simulator.mac.ProfileRefusedException;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.Plist;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class SetupAssistantTest {

  private final FakeEnrollment server = new FakeEnrollment();
  private final MacSetup setup = MacSetup.real(server).with(TestKeys.KEYS).with(Pause.none());
  private final VirtualMac mac = VirtualMac.inMemory(MacHardware.seeded(77), setup);
  private Optional<AbmProfile> claimed =
      Optional.of(
          new AbmProfile(
              "P",
              "S",
              Map.of(
                  "url", "https://mdm.example/enroll",
                  "is_supervised", true,
                  "is_mdm_removable", false,
                  "await_device_configured", true)));
  private final SetupAssistant assistant =
      SetupAssistant.of(mac, serial -> claimed, server.devices, server);

  @Test
  public void showsWhatTheMacIsAndWaitsUntilItIsConfigured() throws Exception {
    assertTrue(assistant.run());

    Plist machine = server.machines.get(0);
    assertEquals(mac.hardware().serial(), machine.text("SERIAL").orElseThrow());
    assertEquals(mac.hardware().build(), machine.text("VERSION").orElseThrow());
    assertTrue(machine.flag("MDM_CAN_REQUEST_SOFTWARE_UPDATE"));
    assertEquals("TokenUpdate", server.mdm.heardTypes().get(1));
    assertTrue(server.mdm.heard.get(1).message().flag("AwaitingConfiguration"));
    assertTrue(mac.awaitingConfiguration());

    String udid = mac.hardware().udid();
    server.mdm.enqueue(
        udid, Map.of("RequestType", "AccountConfiguration", "PrimaryAccountUserName", "ada"));
    server.mdm.enqueue(udid, "SecurityInfo");
    server.mdm.enqueue(udid, "DeviceConfigured");
    mac.poll();
    assertFalse(mac.awaitingConfiguration());
    assertEquals("ada", mac.account().orElseThrow().text("PrimaryAccountUserName").orElseThrow());
    assertTrue(
        server.mdm.heard.stream()
            .flatMap(heard -> heard.message().dictionary("SecurityInfo").stream())
            .flatMap(info -> info.dictionary("ManagementStatus").stream())
            .anyMatch(status -> status.flag("EnrolledViaDEP")));

    server.mdm.enqueue(udid, "AccountConfiguration");
    mac.poll();
    assertEquals("Error", server.mdm.last().type());
    assertThrows(IllegalStateException.class, mac::checkOut);
  }

  @Test
  public void anOldMacSignsDirectlyWithSha1() throws Exception {
    assertTrue(assistant.ofAnOldMac().run());
    assertEquals(1, server.machines.size());
  }

  @Test
  public void aMacThatIsNobodysIsSetUpWithoutAnyMdm() throws Exception {
    claimed = Optional.empty();
    assertFalse(assistant.run());
    assertFalse(mac.enrolled());
  }

  @Test
  public void updatesMacosWhenToldToAndComesBack() throws Exception {
    server.refuse(
        403,
        "{\"code\":\"com.apple.softwareupdate.required\",\"details\":"
            + "{\"OSVersion\":\"15.2\",\"BuildVersion\":\"24C101\"}}");
    assertTrue(assistant.run());
    assertEquals("15.2", server.machines.get(1).text("OS_VERSION").orElseThrow());
    assertEquals("24C101", mac.hardware().build());
    assertEquals("15.2", server.mdm.heard.get(0).message().text("OSVersion").orElseThrow());
  }

  @Test
  public void anyOtherRefusalEndsIt() {
    server.refuse(403, "{\"code\":\"com.apple.unrecognized.device\"}");
    EnrollmentRefusedException refused =
        assertThrows(EnrollmentRefusedException.class, assistant::run);
    assertEquals(403, refused.status());
    assertFalse(mac.enrolled());
  }

  @Test
  public void aMacOfAnotherMdmLeavesThatOneFirst() throws Exception {
    server.base = "https://other.example";
    mac.enroll(server.profile());
    server.base = "https://mdm.example";
    assertThrows(ProfileRefusedException.class, assistant::renew);

    mac.checkOut();
    assertTrue(assistant.renew());
    assertFalse(mac.awaitingConfiguration());
    assertTrue(mac.supervision().automatic());
  }

  @Test
  public void aWipedMacIsSetUpAgain() throws Exception {
    assistant.run();
    mac.setBootstrapToken(new byte[] {1});
    server.mdm.enqueue(mac.hardware().udid(), "EraseDevice");
    mac.poll();
    assertFalse(mac.enrolled());

    String before = mac.hardware().udid();
    mac.wipe("AAAAAAAA-0000-4000-8000-000000000001");
    assertTrue(assistant.run());
    assertNotEquals(before, server.machines.get(1).text("UDID").orElseThrow());
    assertEquals(server.machines.get(0).text("SERIAL"), server.machines.get(1).text("SERIAL"));
    assertTrue(mac.awaitingConfiguration());
  }
}
