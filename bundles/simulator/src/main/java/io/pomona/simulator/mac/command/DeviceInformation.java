package io.pomona.simulator.mac.command;

import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.Fault;
import io.pomona.simulator.mac.MacHardware;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Only the keys that were asked for, and of these only what the Mac knows. */
final class DeviceInformation implements Inventory {

  @Override
  public Answer answer(Command command, Subject mac) {
    List<String> queries = command.arguments().texts("Queries");
    if (queries.isEmpty()) {
      return Answer.formatError(
          ErrorItem.mdmClient(97, "No 'Queries' in 'DeviceInformation' command"));
    }
    Map<String, Object> known = known(mac);
    Map<String, Object> asked = new LinkedHashMap<>();
    for (String query : queries) {
      if (known.containsKey(query)) {
        asked.put(query, known.get(query));
      }
    }
    return Answer.acknowledged("QueryResponses", asked);
  }

  private static Map<String, Object> known(Subject mac) {
    MacHardware hardware = mac.hardware();
    Map<String, Object> known = new LinkedHashMap<>(identity(hardware));
    known.putAll(state(hardware));
    known.put("AwaitingConfiguration", mac.supervision().awaiting());
    known.put("IsSupervised", mac.supervised());
    known.put("IsActivationLockEnabled", mac.locks().activationLock());
    known.put("EACSPreflight", preflight(mac));
    known.put("PushToken", mac.push().token());
    known.put("ActiveManagedUsers", List.of(hardware.userId()));
    known.put("OSUpdateSettings", updateSettings());
    return known;
  }

  private static String preflight(Subject mac) {
    return mac.has(Fault.ERASE_PREFLIGHT_FAILS) ? "failure: no local user" : "success";
  }

  private static Map<String, Object> identity(MacHardware mac) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("UDID", mac.udid());
    known.put("SerialNumber", mac.serial());
    known.put("DeviceName", mac.name());
    known.put("HostName", mac.localHostName() + ".local");
    known.put("LocalHostName", mac.localHostName());
    known.put("OSVersion", mac.osVersion());
    known.put("BuildVersion", mac.build());
    known.put("ModelName", mac.modelName());
    known.put("Model", mac.model());
    known.put("ProductName", mac.model());
    known.put("IsAppleSilicon", mac.appleSilicon());
    known.put("WiFiMAC", mac.macAddress());
    known.put("BluetoothMAC", mac.macAddress());
    known.put("EthernetMAC", mac.macAddress());
    known.put("SoftwareUpdateDeviceID", mac.model() + "AP");
    return known;
  }

  private static Map<String, Object> state(MacHardware mac) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("DeviceCapacity", 494.38);
    known.put("AvailableDeviceCapacity", 312.75);
    known.put("HasBattery", mac.portable());
    if (mac.portable()) {
      known.put("BatteryLevel", 0.87);
    }
    known.put("IsActivationLockSupported", true);
    known.put("SupportsLOMDevice", false);
    known.put("SystemIntegrityProtectionEnabled", true);
    known.put("PINRequiredForEraseDevice", mac.pinRequiredForErase());
    known.put("PINRequiredForDeviceLock", true);
    known.put("SupportsiOSAppInstalls", mac.appleSilicon());
    known.put("AutoSetupAdminAccounts", List.of());
    known.put("MDMOptions", Map.of());
    known.put("iTunesStoreAccountIsActive", false);
    return known;
  }

  private static Map<String, Object> updateSettings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("AutoCheckEnabled", true);
    settings.put("AutomaticAppInstallationEnabled", false);
    settings.put("AutomaticOSInstallationEnabled", false);
    settings.put("AutomaticSecurityUpdatesEnabled", true);
    settings.put("BackgroundDownloadEnabled", true);
    settings.put("IsDefaultCatalog", true);
    settings.put("PerformPeriodicCheck", true);
    return settings;
  }
}
