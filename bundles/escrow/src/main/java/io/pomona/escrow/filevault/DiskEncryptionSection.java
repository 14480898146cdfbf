package io.pomona.escrow.filevault;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code mdm.macos_settings.enable_disk_encryption}, which documents of a later time have at {@code
 * mdm.enable_disk_encryption}.
 */
@Component
public final class DiskEncryptionSection implements SettingsSection {
  private static final String KEY = "enable_disk_encryption";

  private final DiskEncryption encryption;

  @Activate
  public DiskEncryptionSection(@Reference DiskEncryption encryption) {
    this.encryption = encryption;
  }

  @Override
  public List<String> path() {
    return List.of("mdm", "macos_settings");
  }

  @Override
  public List<List<String>> alsoAt() {
    return List.of(List.of("mdm"));
  }

  @Override
  public Reach reach() {
    return new Reach(Permission.VIEW_TEAMS, Permission.EDIT_DISK_ENCRYPTION, true);
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    return Map.of(KEY, encryption.isEnabled(scope));
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    return wish
        .flag(KEY)
        .filter(enabled -> encryption.change(actor, scope, enabled))
        .map(DiskEncryptionSection::said)
        .stream()
        .toList();
  }

  private static SettingsChange said(boolean enabled) {
    return SettingsChange.changed(
        enabled
            ? "disk encryption: on; Macs get the FileVault profile and send their recovery keys"
            : "disk encryption: off; Macs stay encrypted, and recovery keys are kept");
  }
}
