package io.pomona.protocol.inventory;

import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * The answer to DeviceInformation.
 *
 * @param values the {@code QueryResponses}
 */
public record DeviceInformation(PlistDict values) {

  /**
   * @param report the whole report of the Mac
   */
  public static DeviceInformation read(PlistDict report) {
    return new DeviceInformation(report.dict("QueryResponses").orElse(PlistDict.of()));
  }

  public Optional<String> udid() {
    return text("UDID");
  }

  public Optional<String> serialNumber() {
    return text("SerialNumber");
  }

  public Optional<String> deviceName() {
    return text("DeviceName");
  }

  public Optional<String> hostName() {
    return text("HostName");
  }

  public Optional<String> localHostName() {
    return text("LocalHostName");
  }

  public Optional<String> osVersion() {
    return text("OSVersion");
  }

  /** The letter of a rapid security response, for example {@code (a)}. */
  public Optional<String> supplementalOsVersionExtra() {
    return text("SupplementalOSVersionExtra");
  }

  public Optional<String> buildVersion() {
    return text("BuildVersion");
  }

  public Optional<String> supplementalBuildVersion() {
    return text("SupplementalBuildVersion");
  }

  /** For example {@code MacBook Air}. */
  public Optional<String> modelName() {
    return text("ModelName");
  }

  /** For example {@code Mac14,2}. */
  public Optional<String> model() {
    return text("Model");
  }

  public Optional<String> modelNumber() {
    return text("ModelNumber");
  }

  public Optional<String> productName() {
    return text("ProductName");
  }

  /** The name under which software updates are looked up. */
  public Optional<String> softwareUpdateDeviceId() {
    return text("SoftwareUpdateDeviceID");
  }

  public Optional<Boolean> appleSilicon() {
    return values.bool("IsAppleSilicon");
  }

  /** Size of the disk in GB. */
  public Optional<Double> deviceCapacity() {
    return values.real("DeviceCapacity");
  }

  /** Free space in GB. */
  public Optional<Double> availableDeviceCapacity() {
    return values.real("AvailableDeviceCapacity");
  }

  /** From 0 to 1; a Mac without a battery says -1 or nothing. */
  public Optional<Double> batteryLevel() {
    return values.real("BatteryLevel").filter(level -> level >= 0);
  }

  public Optional<Boolean> supervised() {
    return values.bool("IsSupervised");
  }

  public Optional<Boolean> activationLockEnabled() {
    return values.bool("IsActivationLockEnabled");
  }

  public Optional<Boolean> awaitingConfiguration() {
    return values.bool("AwaitingConfiguration");
  }

  public Optional<Boolean> pinRequiredForEraseDevice() {
    return values.bool("PINRequiredForEraseDevice");
  }

  public Optional<Boolean> pinRequiredForDeviceLock() {
    return values.bool("PINRequiredForDeviceLock");
  }

  public Optional<String> wifiMac() {
    return text("WiFiMAC");
  }

  public Optional<String> ethernetMac() {
    return text("EthernetMAC");
  }

  public Optional<String> bluetoothMac() {
    return text("BluetoothMAC");
  }

  private Optional<String> text(String key) {
    return values.string(key).filter(value -> !value.isBlank());
  }
}
