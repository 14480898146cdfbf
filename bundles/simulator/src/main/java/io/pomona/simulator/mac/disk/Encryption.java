package io.pomona.simulator.mac.disk;

import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.wire.Plist;
import java.util.Collection;
import java.util.Optional;

/** What the installed profiles want of the disk, and when it happens. */
public final class Encryption {

  private static final int FIRST_IN_SETUP_ASSISTANT = 14;
  private static final String MOST_BYPASSES = "DeferForceAtUserLoginMaxBypassAttempts";

  private final FileVault disk;
  private final Collection<ConfigurationProfile> installed;
  private final MacHardware mac;

  public Encryption(FileVault disk, Collection<ConfigurationProfile> installed, MacHardware mac) {
    this.disk = disk;
    this.installed = installed;
    this.mac = mac;
  }

  /** Waits for its user to log out. */
  public boolean deferred() {
    return wanted().isPresent();
  }

  /** At once, where the profile brings a user's password. */
  public void profileInstalled() {
    wanted().filter(payload -> DiskRules.authenticated(payload, mac)).ifPresent(this::encrypt);
  }

  /** The user logs out and in; a payload that asks at neither leaves the disk as it is. */
  public void userLoggedOut() {
    wanted().filter(Encryption::asksUser).ifPresent(this::encrypt);
  }

  /** The last pane of Setup Assistant, where its user is an administrator. */
  public void setupEnded(Optional<Plist> account) {
    if (mac.majorVersion() >= FIRST_IN_SETUP_ASSISTANT && hasAdministrator(account)) {
      wanted()
          .filter(payload -> payload.flag("ForceEnableInSetupAssistant"))
          .ifPresent(this::encrypt);
    }
  }

  private static boolean hasAdministrator(Optional<Plist> account) {
    return account
        .filter(
            it ->
                it.flag("SkipPrimarySetupAccountCreation")
                    || it.flag("SetPrimarySetupAccountAsRegularUser"))
        .isEmpty();
  }

  private static boolean asksUser(Plist payload) {
    return !payload.flag("DeferDontAskAtUserLogout") || payload.number(MOST_BYPASSES, -1) >= 0;
  }

  private void encrypt(Plist payload) {
    if (Boolean.FALSE.equals(payload.values().get("UseRecoveryKey"))) {
      disk.encryptWithoutKey();
    } else {
      disk.encrypt(installed, mac);
    }
  }

  private Optional<Plist> wanted() {
    return disk.encrypted()
        ? Optional.empty()
        : installed.stream()
            .flatMap(profile -> profile.payloads(DiskRules.FILE_VAULT).stream())
            .filter(payload -> payload.text("Enable").filter("On"::equals).isPresent())
            .findFirst();
  }
}
