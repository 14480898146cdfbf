package io.pomona.protocol.command;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import java.util.Optional;

/** The commands that the server itself sends, as bodies ready to queue. */
public final class Commands {
  /**
   * What DeviceInformation asks a Mac for by default: everything that macOS answers, save the push
   * token and the attestation, which needs a nonce. Keys that a Mac does not know it leaves out.
   */
  public static final List<String> DEVICE_INFORMATION_QUERIES =
      List.of(
          "UDID",
          "ProvisioningUDID",
          "OrganizationInfo",
          "MDMOptions",
          "AwaitingConfiguration",
          "iTunesStoreAccountIsActive",
          "iTunesStoreAccountHash",
          "DeviceName",
          "OSVersion",
          "SupplementalOSVersionExtra",
          "BuildVersion",
          "SupplementalBuildVersion",
          "ModelName",
          "Model",
          "ModelNumber",
          "IsAppleSilicon",
          "ProductName",
          "SerialNumber",
          "DeviceCapacity",
          "AvailableDeviceCapacity",
          "BatteryLevel",
          "HasBattery",
          "IsSupervised",
          "IsActivationLockEnabled",
          "IsActivationLockSupported",
          "SupportsLOMDevice",
          "ActiveManagedUsers",
          "OSUpdateSettings",
          "LocalHostName",
          "HostName",
          "AutoSetupAdminAccounts",
          "SystemIntegrityProtectionEnabled",
          "BluetoothMAC",
          "WiFiMAC",
          "EthernetMAC",
          "PINRequiredForEraseDevice",
          "PINRequiredForDeviceLock",
          "SupportsiOSAppInstalls",
          "SoftwareUpdateDeviceID",
          "EACSPreflight");

  private Commands() {}

  /** Installs, or replaces in place, the profile in these bytes. */
  public static CommandBody installProfile(byte[] mobileconfig) {
    return with("InstallProfile", "Payload", mobileconfig);
  }

  /** Removes a profile that this server installed. */
  public static CommandBody removeProfile(String identifier) {
    return with("RemoveProfile", "Identifier", identifier);
  }

  public static CommandBody profileList(boolean managedOnly) {
    return with("ProfileList", "ManagedOnly", managedOnly);
  }

  public static CommandBody deviceInformation(List<String> queries) {
    return with("DeviceInformation", "Queries", queries);
  }

  public static CommandBody securityInfo() {
    return CommandBody.of("SecurityInfo");
  }

  public static CommandBody certificateList(boolean managedOnly) {
    return with("CertificateList", "ManagedOnly", managedOnly);
  }

  public static CommandBody installedApplicationList() {
    return CommandBody.of("InstalledApplicationList");
  }

  /** Installs a package from the address in its manifest, and says at once that it will. */
  public static CommandBody installEnterpriseApplication(PackageManifest manifest) {
    return with("InstallEnterpriseApplication", "Manifest", manifest.dict());
  }

  /**
   * What Setup Assistant has in the form for the first account.
   *
   * @param locked whether the person cannot change it
   */
  public static CommandBody accountConfiguration(String fullName, String userName, boolean locked) {
    return new CommandBody(
        "AccountConfiguration",
        PlistDict.builder()
            .put("PrimaryAccountFullName", fullName)
            .put("PrimaryAccountUserName", userName)
            .put("LockPrimaryAccountInfo", locked)
            .build());
  }

  /** Lets a Mac go on that waits in Setup Assistant. */
  public static CommandBody deviceConfigured() {
    return CommandBody.of("DeviceConfigured");
  }

  /**
   * Restarts a Mac to a screen that asks for a PIN.
   *
   * @param pin six digits
   * @param phoneNumber shown by Macs with Apple silicon only
   */
  public static CommandBody deviceLock(
      String pin, Optional<String> message, Optional<String> phoneNumber) {
    PlistDict.Builder keys = PlistDict.builder().put("PIN", pin);
    message.ifPresent(text -> keys.put("Message", text));
    phoneNumber.ifPresent(number -> keys.put("PhoneNumber", number));
    return new CommandBody("DeviceLock", keys.build());
  }

  /**
   * Erases a Mac.
   *
   * @param pin six digits, which a Mac asks for afterwards that has no means to erase at once
   * @param obliterationBehavior what to do where erasing all content and settings is not possible;
   *     empty for Macs before macOS 12, which do not know it
   */
  public static CommandBody eraseDevice(String pin, Optional<String> obliterationBehavior) {
    PlistDict.Builder keys = PlistDict.builder().put("PIN", pin);
    obliterationBehavior.ifPresent(name -> keys.put("ObliterationBehavior", name));
    return new CommandBody("EraseDevice", keys.build());
  }

  /**
   * Sets the password of recoveryOS.
   *
   * @param current the one in force, where there is one
   * @param next empty text takes it off
   */
  public static CommandBody setRecoveryLock(Optional<String> current, String next) {
    PlistDict.Builder keys = PlistDict.builder();
    current.ifPresent(password -> keys.put("CurrentPassword", password));
    return new CommandBody("SetRecoveryLock", keys.put("NewPassword", next).build());
  }

  /** Asks whether this is the password of recoveryOS. */
  public static CommandBody verifyRecoveryLock(String password) {
    return with("VerifyRecoveryLock", "Password", password);
  }

  /** Asks for the code that takes Activation Lock off; the answer has it in the clear. */
  public static CommandBody activationLockBypassCode() {
    return CommandBody.of("ActivationLockBypassCode");
  }

  /**
   * Replaces the personal recovery key of an encrypted disk.
   *
   * @param password of a user of the disk, or its present recovery key
   * @param replyCertificate X.509 in DER, which the Mac encrypts the new key for
   */
  public static CommandBody rotateFileVaultKey(String password, byte[] replyCertificate) {
    return new CommandBody(
        "RotateFileVaultKey",
        PlistDict.builder()
            .put("KeyType", "personal")
            .put("FileVaultUnlock", PlistDict.builder().put("Password", password).build())
            .put("ReplyEncryptionCertificate", replyCertificate)
            .build());
  }

  /**
   * Tells a Mac of its declarations; the first one turns declarative management on.
   *
   * @param tokens the JSON of {@code SyncTokens}, by which it sees whether it has to ask
   */
  public static CommandBody declarativeManagement(byte[] tokens) {
    return with("DeclarativeManagement", "Data", tokens);
  }

  /**
   * Looks for updates, which are then told by {@link #availableOsUpdates()}.
   *
   * @param force even if the Mac has looked a moment ago
   */
  public static CommandBody scheduleOsUpdateScan(boolean force) {
    return with("ScheduleOSUpdateScan", "Force", force);
  }

  public static CommandBody availableOsUpdates() {
    return CommandBody.of("AvailableOSUpdates");
  }

  public static CommandBody scheduleOsUpdate(OsUpdateItem update) {
    return with("ScheduleOSUpdate", "Updates", List.of(update.dict()));
  }

  public static CommandBody osUpdateStatus() {
    return CommandBody.of("OSUpdateStatus");
  }

  private static CommandBody with(String requestType, String key, Object value) {
    return new CommandBody(requestType, PlistDict.builder().put(key, value).build());
  }
}
