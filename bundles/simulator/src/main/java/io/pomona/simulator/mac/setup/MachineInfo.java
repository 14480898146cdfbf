package io.pomona.simulator.mac.setup;

import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.wire.Plist;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a Mac says it is when it asks for its enrollment profile. */
public final class MachineInfo {

  private MachineInfo() {}

  public static Plist of(MacHardware mac) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("LANGUAGE", "en-US");
    info.put("MDM_CAN_REQUEST_SOFTWARE_UPDATE", major(mac) >= 14);
    if (major(mac) >= 14) {
      info.put("OS_VERSION", mac.osVersion());
      info.put("SOFTWARE_UPDATE_DEVICE_ID", mac.model() + "AP");
      info.put("SUPPLEMENTAL_BUILD_VERSION", mac.build());
    }
    info.put("PRODUCT", mac.model());
    info.put("SERIAL", mac.serial());
    info.put("UDID", mac.udid());
    info.put("VERSION", mac.build());
    return Plist.of(info);
  }

  private static int major(MacHardware mac) {
    return Integer.parseInt(mac.osVersion().split("\\.")[0]);
  }
}
