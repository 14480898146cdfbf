package io.pomona.simulator.mac.command;

import io.pomona.simulator.mac.Supervision;
import io.pomona.simulator.mac.disk.FileVault;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Mac that was enrolled automatically or approved by its user. */
final class SecurityInfo implements Inventory {

  @Override
  public Answer answer(Command command, Subject mac) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.putAll(disk(mac.fileVault()));
    info.put("SystemIntegrityProtectionEnabled", true);
    info.put("AuthenticatedRootVolumeEnabled", true);
    info.put("RemoteDesktopEnabled", false);
    info.put("IsRecoveryLockEnabled", mac.locks().recoveryPassword().isPresent());
    info.put("FirewallSettings", firewall());
    info.put("FirmwarePasswordStatus", firmware());
    info.put("ManagementStatus", management(mac.supervision()));
    info.put("SecureBoot", secureBoot());
    boolean silicon = mac.hardware().appleSilicon();
    info.put(
        "BootstrapTokenAllowedForAuthentication",
        mac.bootstrapTokenEscrowed() ? "allowed" : "disallowed");
    info.put("BootstrapTokenRequiredForSoftwareUpdate", silicon);
    info.put("BootstrapTokenRequiredForKernelExtensionApproval", silicon);
    return Answer.acknowledged("SecurityInfo", info);
  }

  private static Map<String, Object> disk(FileVault disk) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("FDE_Enabled", disk.encrypted());
    info.put("FDE_HasPersonalRecoveryKey", disk.recoveryKey().isPresent());
    info.put("FDE_HasInstitutionalRecoveryKey", false);
    disk.escrowed()
        .ifPresent(
            envelope -> {
              info.put("FDE_PersonalRecoveryKeyCMS", envelope);
              info.put("FDE_PersonalRecoveryKeyDeviceKey", disk.deviceKey());
            });
    return info;
  }

  private static Map<String, Object> firewall() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("FirewallEnabled", false);
    settings.put("BlockAllIncoming", false);
    settings.put("StealthMode", false);
    settings.put("LoggingEnabled", true);
    settings.put("LoggingOption", "throttled");
    settings.put("AllowSigned", true);
    settings.put("AllowSignedApp", false);
    return settings;
  }

  private static Map<String, Object> firmware() {
    return Map.of("PasswordExists", false, "ChangePending", false, "AllowOroms", true);
  }

  private static Map<String, Object> management(Supervision supervision) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("EnrolledViaDEP", supervision.automatic());
    status.put("UserApprovedEnrollment", true);
    status.put("IsUserEnrollment", false);
    status.put("IsActivationLockManageable", true);
    return status;
  }

  private static Map<String, Object> secureBoot() {
    Map<String, Object> secure = new LinkedHashMap<>();
    secure.put("SecureBootLevel", "full");
    secure.put("ExternalBootLevel", "disallowed");
    secure.put("WindowsBootLevel", "not supported");
    return secure;
  }
}
