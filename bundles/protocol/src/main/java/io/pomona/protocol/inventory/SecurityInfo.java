package io.pomona.protocol.inventory;

import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * The answer to SecurityInfo.
 *
 * @param values the {@code SecurityInfo} dictionary
 */
public record SecurityInfo(PlistDict values) {

  /**
   * @param report the whole report of the Mac
   */
  public static SecurityInfo read(PlistDict report) {
    return new SecurityInfo(report.dict("SecurityInfo").orElse(PlistDict.of()));
  }

  /** Whether the disk is encrypted. */
  public Optional<Boolean> fileVaultEnabled() {
    return values.bool("FDE_Enabled");
  }

  public Optional<Boolean> hasPersonalRecoveryKey() {
    return values.bool("FDE_HasPersonalRecoveryKey");
  }

  public Optional<Boolean> hasInstitutionalRecoveryKey() {
    return values.bool("FDE_HasInstitutionalRecoveryKey");
  }

  /** The recovery key, encrypted to the certificate of the escrow payload. */
  public Optional<byte[]> personalRecoveryKeyCms() {
    return values.data("FDE_PersonalRecoveryKeyCMS").filter(cms -> cms.length > 0);
  }

  /** What the Mac shows a user who needs the key. */
  public Optional<String> personalRecoveryKeyDeviceKey() {
    return values.string("FDE_PersonalRecoveryKeyDeviceKey").filter(key -> !key.isBlank());
  }

  public Optional<Boolean> systemIntegrityProtectionEnabled() {
    return values.bool("SystemIntegrityProtectionEnabled");
  }

  public Optional<Boolean> firewallEnabled() {
    return values.dict("FirewallSettings").flatMap(each -> each.bool("FirewallEnabled"));
  }

  public Optional<Boolean> remoteDesktopEnabled() {
    return values.bool("RemoteDesktopEnabled");
  }

  public Optional<Boolean> recoveryLockEnabled() {
    return values.bool("IsRecoveryLockEnabled");
  }

  /** Enrolled through Apple Business Manager. */
  public Optional<Boolean> enrolledViaDep() {
    return management("EnrolledViaDEP");
  }

  public Optional<Boolean> userApprovedEnrollment() {
    return management("UserApprovedEnrollment");
  }

  public Optional<Boolean> userEnrollment() {
    return management("IsUserEnrollment");
  }

  public Optional<Boolean> activationLockManageable() {
    return management("IsActivationLockManageable");
  }

  /** {@code off}, {@code medium}, {@code full} or {@code not supported}. */
  public Optional<String> secureBootLevel() {
    return values.dict("SecureBoot").flatMap(each -> each.string("SecureBootLevel"));
  }

  /** {@code allowed}, {@code disallowed} or {@code not supported}. */
  public Optional<String> bootstrapTokenAllowedForAuthentication() {
    return values.string("BootstrapTokenAllowedForAuthentication");
  }

  public Optional<Boolean> bootstrapTokenRequiredForSoftwareUpdate() {
    return values.bool("BootstrapTokenRequiredForSoftwareUpdate");
  }

  private Optional<Boolean> management(String key) {
    return values.dict("ManagementStatus").flatMap(each -> each.bool(key));
  }
}
