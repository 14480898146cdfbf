package io.pomona.protocol.dep;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.SharedFolder;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class MachineInfoTest {
  private static final PlistDict MAC =
      PlistDict.builder()
          .put("SERIAL", "C02MT66KFLHH")
          .put("UDID", "66ADE930-5FDF-5EC4-8429-15640684C489")
          .put("PRODUCT", "Mac14,2")
          .put("VERSION", "23C64")
          .put("OS_VERSION", "14.2")
          .put("MDM_CAN_REQUEST_SOFTWARE_UPDATE", true)
          .build();

  private static MachineInfo read(PlistDict values) {
    return MachineInfo.read(PlistWriter.write(values));
  }

  @Test
  public void aMacOfTodaySaysWhatItRuns() {
    MachineInfo info = read(MAC);
    assertEquals("C02MT66KFLHH", info.serialNumber());
    assertEquals("66ADE930-5FDF-5EC4-8429-15640684C489", info.udid());
    assertEquals("Mac14,2", info.product());
    assertEquals("23C64", info.version());
    assertEquals(Optional.of("14.2"), info.osVersion());
    assertTrue(info.canRequestSoftwareUpdate());
  }

  @Test
  public void anOldOneSaysLess() {
    MachineInfo info =
        MachineInfo.read(SharedFolder.vector("commandment__testdata__dep__profile.xml"));
    assertEquals("BLXLN1111111", info.serialNumber());
    assertEquals(Optional.empty(), info.osVersion());
    assertFalse(info.canRequestSoftwareUpdate());
  }

  @Test
  public void whatNamesNoMacIsRefused() {
    for (String key : List.of("SERIAL", "UDID", "PRODUCT", "VERSION")) {
      for (Object odd : List.of("", "a b", "x'; DROP TABLE enrollment_host", 7)) {
        assertThrows(MalformedMachineInfoException.class, () -> read(MAC.with(key, odd)));
      }
    }
    for (String text : List.of("", "<plist/>", "no plist", "bplist00")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThrows(MalformedMachineInfoException.class, () -> MachineInfo.read(bytes));
    }
  }

  @Test
  public void theAnswerToUpdateFirstHoldsAVersionAndNothingElse() {
    String json = new UpdateFirst("14.5").json();
    assertTrue(json, json.contains("\"code\":\"com.apple.softwareupdate.required\""));
    assertTrue(json, json.contains("\"details\":{\"OSVersion\":\"14.5\"}"));
    assertThrows(IllegalArgumentException.class, () -> new UpdateFirst("14\"}"));
  }
}
