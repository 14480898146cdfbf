package io.pomona.simulator.mac.disk;

import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.ProfileRefusedException;
import io.pomona.simulator.wire.Plist;
import java.util.Collection;
import java.util.List;

/** What macOS refuses of a profile that has to do with FileVault. */
public final class DiskRules {

  static final String FILE_VAULT = "com.apple.MCX.FileVault2";

  private DiskRules() {}

  public static void check(
      ConfigurationProfile profile, Collection<ConfigurationProfile> installed, MacHardware mac)
      throws ProfileRefusedException {
    checkScope(profile);
    checkFileVault(profile.payloads(FILE_VAULT), mac);
    if (EscrowPayload.of(profile).isPresent()) {
      checkAlone(profile, installed);
    }
  }

  private static void checkScope(ConfigurationProfile profile) throws ProfileRefusedException {
    boolean user = profile.content().text("PayloadScope").filter("User"::equals).isPresent();
    boolean disk =
        !profile.payloads(FILE_VAULT).isEmpty() || !profile.payloads(EscrowPayload.TYPE).isEmpty();
    if (user && disk) {
      throw refused("FileVault payloads belong into a profile of the system");
    }
  }

  private static void checkFileVault(List<Plist> payloads, MacHardware mac)
      throws ProfileRefusedException {
    if (payloads.size() > 1) {
      throw refused("A profile has one FileVault payload at most");
    }
    for (Plist payload : payloads) {
      String enable = payload.text("Enable").orElse("");
      if (!enable.equals("On") && !enable.equals("Off")) {
        throw refused("Enable of the FileVault payload is neither On nor Off");
      }
      if (enable.equals("On") && !payload.flag("Defer") && !authenticated(payload, mac)) {
        throw refused("FileVault is turned on with Defer, or with a user's name and password");
      }
      checkAttempts(payload.number("DeferForceAtUserLoginMaxBypassAttempts", -1));
    }
  }

  private static void checkAttempts(long attempts) throws ProfileRefusedException {
    if (attempts < -1 || attempts > 9999) {
      throw refused("DeferForceAtUserLoginMaxBypassAttempts is from -1 to 9999");
    }
  }

  static boolean authenticated(Plist payload, MacHardware mac) {
    return payload.text("Username").filter(mac.userShortName()::equals).isPresent()
        && payload.text("Password").filter(mac.userPassword()::equals).isPresent();
  }

  /** One per Mac, but a profile may replace its own. */
  private static void checkAlone(
      ConfigurationProfile profile, Collection<ConfigurationProfile> installed)
      throws ProfileRefusedException {
    for (ConfigurationProfile other : installed) {
      if (!other.identifier().equals(profile.identifier())
          && !other.payloads(EscrowPayload.TYPE).isEmpty()) {
        throw refused("The profile " + other.identifier() + " escrows the recovery key already");
      }
    }
  }

  static ProfileRefusedException refused(String reason) {
    return new ProfileRefusedException(
        new ErrorItem(4001, "MCInstallationErrorDomain", "Profile Installation Failed. " + reason));
  }
}
