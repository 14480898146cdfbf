package io.pomona.escrow.filevault;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileSpread;
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

  private static final String ON =
      "disk encryption: on; Macs get the FileVault profile and send their recovery keys";
  private static final List<String> PROFILES = List.of(FileVaultPayloads.IDENTIFIER);

  private final DiskEncryption encryption;
  private final HostProfileStore profiles;

  @Activate
  public DiskEncryptionSection(
      @Reference DiskEncryption encryption, @Reference HostProfileStore profiles) {
    this.encryption = encryption;
    this.profiles = profiles;
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

  /** A person who turns the switch has been asked; a file that says so may be a slip. */
  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    boolean asks = wish.files().isPresent() && !wish.force();
    return wish
        .flag(KEY)
        .filter(enabled -> asks && !enabled && encryption.isEnabled(scope))
        .flatMap(off -> profiles.spread(scope, PROFILES).massRemoval(PROFILES))
        .map(reason -> FieldError.unlessForced(KEY, reason))
        .stream()
        .toList();
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    return wish
        .flag(KEY)
        .filter(enabled -> encryption.change(actor, scope, enabled))
        .map(enabled -> SettingsChange.changed(enabled ? ON : off(scope)))
        .stream()
        .toList();
  }

  private String off(Optional<TeamId> scope) {
    ProfileSpread spread = profiles.spread(scope, PROFILES);
    return "disk encryption: off; the profile is taken off "
        + spread.macsWith(FileVaultPayloads.IDENTIFIER)
        + ", which stay encrypted, and recovery keys are kept";
  }
}
