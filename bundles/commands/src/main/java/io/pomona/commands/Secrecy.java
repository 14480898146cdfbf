package io.pomona.commands;

import io.pomona.protocol.command.catalogue.CommandCatalogue;
import java.util.Set;

/**
 * Which commands may carry a secret, on the way to a Mac or back. Of what is unknown here the worst
 * is assumed.
 */
final class Secrecy {
  private static final Set<String> SENT =
      Set.of(
          "AccountConfiguration",
          "DeclarativeManagement",
          "DeviceLock",
          "EraseDevice",
          "InstallApplication",
          "InstallEnterpriseApplication",
          "InstallMedia",
          "InstallProfile",
          "InstallProvisioningProfile",
          "InviteToProgram",
          "LOMDeviceRequest",
          "LOMSetupRequest",
          "ManagedApplicationConfiguration",
          "RequestMirroring",
          "RotateFileVaultKey",
          "SetAutoAdminPassword",
          "SetFirmwarePassword",
          "SetRecoveryLock",
          "Settings",
          "VerifyFirmwarePassword",
          "VerifyRecoveryLock");

  private static final Set<String> ANSWERED =
      Set.of("ActivationLockBypassCode", "LOMSetupRequest", "ManagedApplicationFeedback");

  private Secrecy() {}

  /** Whether what was sent may hold a password, a PIN or a key. */
  static boolean ofPayload(String requestType) {
    return isIn(SENT, requestType);
  }

  /** Whether the answer is something that few may see, besides that its viewing is told. */
  static boolean isForFew(String requestType) {
    return requestType.equals("ActivationLockBypassCode");
  }

  /** Whether the answer may, in the clear. */
  static boolean ofAnswer(String requestType) {
    return isIn(ANSWERED, requestType);
  }

  private static boolean isIn(Set<String> secret, String requestType) {
    return secret.contains(requestType) || CommandCatalogue.find(requestType).isEmpty();
  }
}
