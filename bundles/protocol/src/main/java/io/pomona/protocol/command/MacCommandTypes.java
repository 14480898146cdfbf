package io.pomona.protocol.command;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All request types that a Mac may be sent, to check the raw commands of admins. */
public final class MacCommandTypes {
  private static final String TABLE =
      """
      AccountConfiguration 10.11 D DEP
      ActiveNSExtensions 10.13 U -
      NSExtensionMappings 10.13 U -
      InstallEnterpriseApplication 10.13.6 D -
      InstallApplication 10.9 DU -
      InstalledApplicationList 10.7 DU -
      InviteToProgram 10.9 U -
      ManagedApplicationList 11.0 DU -
      RemoveApplication 11.0 D -
      CertificateList 10.7 DU -
      DeclarativeManagement 13.0 DU -
      ActivationLockBypassCode 10.15 D SUP
      ClearActivationLockBypassCode 10.15 D SUP
      DeviceConfigured 10.11 D DEP
      EraseDevice 10.7 D -
      DeviceLock 10.7 D -
      RestartDevice 10.13 D -
      ShutDownDevice 10.13 D -
      ContentCachingInformation 10.15.4 D -
      DeviceInformation 10.7 DU -
      SecurityInfo 10.7 DU -
      LOMDeviceRequest 11.0 D -
      LOMSetupRequest 11.0 D -
      ManagedApplicationConfiguration 10.15 D -
      ManagedApplicationFeedback 11.0 U -
      InstallMedia 10.9 U -
      RequestMirroring 10.10 D -
      StopMirroring 10.10 D -
      SetFirmwarePassword 10.13 D -
      VerifyFirmwarePassword 10.13 D -
      SetRecoveryLock 11.5 D -
      VerifyRecoveryLock 11.5 D -
      InstallProfile 10.7 DU -
      ProfileList 10.7 DU -
      InstallProvisioningProfile 11.0 D -
      ProvisioningProfileList 11.0 D -
      RemoveProvisioningProfile 11.0 D -
      RemoveProfile 10.7 DU -
      DisableRemoteDesktop 10.14.4 D SUP
      EnableRemoteDesktop 10.14.4 D SUP
      RotateFileVaultKey 10.9 D -
      SetAutoAdminPassword 10.11 D DEP
      Settings 10.9 DU -
      AvailableOSUpdates 10.11 D -
      ScheduleOSUpdateScan 10.11 D SUP
      ScheduleOSUpdate 10.11 D SUP
      OSUpdateStatus 10.11.5 D SUP
      DeleteUser 10.13 D SUP
      UserList 10.13 D SUP
      UnlockUserAccount 10.13 D -
      """;

  private static final Set<String> NOT_FOR_MACS =
      Set.of(
          "ApplyRedemptionCode",
          "ValidateApplications",
          "RefreshCellularPlans",
          "DisableLostMode",
          "EnableLostMode",
          "DeviceLocation",
          "PlayLostModeSound",
          "ClearRestrictionsPassword",
          "Restrictions",
          "ManagedApplicationAttributes",
          "ManagedMediaList",
          "RemoveMedia",
          "ClearPasscode",
          "RequestUnlockToken",
          "UserConfigured",
          "LogOutUser");

  private static final Map<String, MacCommandType> TYPES = read();

  private MacCommandTypes() {}

  private static Map<String, MacCommandType> read() {
    Map<String, MacCommandType> types = new LinkedHashMap<>();
    TABLE.lines().map(MacCommandType::parse).forEach(type -> types.put(type.requestType(), type));
    return Collections.unmodifiableMap(types);
  }

  public static Collection<MacCommandType> all() {
    return TYPES.values();
  }

  public static Optional<MacCommandType> find(String requestType) {
    return Optional.ofNullable(TYPES.get(requestType));
  }

  /**
   * @throws MalformedCommandException with the reason, when no Mac knows this request type
   */
  public static MacCommandType require(String requestType) {
    return find(requestType).orElseThrow(() -> new MalformedCommandException(refusal(requestType)));
  }

  private static String refusal(String requestType) {
    return NOT_FOR_MACS.contains(requestType)
        ? "The command " + requestType + " is for other devices; a Mac does not know it."
        : "The RequestType is not one of the " + TYPES.size() + " that a Mac knows.";
  }
}
