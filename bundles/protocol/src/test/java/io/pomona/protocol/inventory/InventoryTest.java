package io.pomona.protocol.inventory;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import io.pomona.protocol.SharedFolder;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class InventoryTest {

  @Test
  public void readsDeviceInformationOfARealMac() {
    DeviceInformation mac =
        DeviceInformation.read(report("zentral__tests__mdm__testdata__device_information.plist"));
    assertEquals(Optional.of("Yolo"), mac.deviceName());
    assertEquals(Optional.of("13.0"), mac.osVersion());
    assertEquals(Optional.of("22A5321d"), mac.buildVersion());
    assertEquals(Optional.of("VirtualMac2,1"), mac.model());
    assertEquals(Optional.of("Z3C2FCE2C0"), mac.serialNumber());
    assertEquals(Optional.of(29.0), mac.deviceCapacity());
    assertEquals(Optional.of(true), mac.appleSilicon());
    assertEquals(Optional.of(true), mac.supervised());
    assertEquals(Optional.empty(), mac.wifiMac());
  }

  @Test
  public void readsOldAnswersToo() {
    for (String vector :
        List.of(
            "commandment__testdata__DeviceInformation__10.11.x.xml",
            "nanomdm__mdm__testdata__DeviceInformation.1.plist",
            "nanocmd__engine__testdata__devinfo.plist",
            "nanocmd__workflow__inventory__testdata__devinfo.plist")) {
      assertFalse(vector, DeviceInformation.read(report(vector)).values().keys().isEmpty());
    }
  }

  @Test
  public void readsSecurityInfo() {
    assertEquals(
        Optional.of(false),
        SecurityInfo.read(report("commandment__testdata__SecurityInfo__10.11.x.xml"))
            .fileVaultEnabled());
    SecurityInfo info =
        SecurityInfo.read(
            PlistDict.of()
                .with(
                    "SecurityInfo",
                    PlistDict.of()
                        .with("FDE_PersonalRecoveryKeyCMS", new byte[] {1})
                        .with("ManagementStatus", PlistDict.of().with("EnrolledViaDEP", true))
                        .with("SecureBoot", PlistDict.of().with("SecureBootLevel", "full"))
                        .with("IsRecoveryLockEnabled", "no boolean")));
    assertArrayEquals(new byte[] {1}, info.personalRecoveryKeyCms().get());
    assertEquals(Optional.of(true), info.enrolledViaDep());
    assertEquals(Optional.of("full"), info.secureBootLevel());
    assertEquals(Optional.empty(), info.recoveryLockEnabled());
    assertEquals(Optional.empty(), info.userApprovedEnrollment());
  }

  @Test
  public void readsTheProfileListOfARealMac() {
    List<InstalledProfile> profiles =
        ProfileListResponse.read(report("commandment__testdata__ProfileList__10.11.x.xml"));
    assertEquals(1, profiles.size());
    assertEquals("com.github.micromdm.micromdm.mdm", profiles.get(0).identifier());
    assertEquals("com.apple.security.pkcs1", profiles.get(0).payloadTypes().get(0));
  }

  @Test
  public void leavesOutProfilesWithoutIdentity() {
    PlistDict good = PlistDict.of().with("PayloadIdentifier", "a").with("PayloadUUID", "u");
    PlistDict bad = PlistDict.of().with("PayloadIdentifier", "b");
    assertEquals(
        List.of(new InstalledProfile("a", "u", Optional.empty(), List.of())),
        ProfileListResponse.read(PlistDict.of().with("ProfileList", List.of(bad, good, "x"))));
    assertEquals(List.of(), ProfileListResponse.read(PlistDict.of()));
  }

  private static PlistDict report(String vector) {
    return PlistReader.read(SharedFolder.vector(vector));
  }
}
