package io.pomona.protocol.dep;

import java.util.List;
import java.util.Set;

/**
 * Apple's names for the panes of Setup Assistant. Apple adds some with most versions and tolerates
 * those that it does not know, so that a name that is missing here is no mistake for certain.
 *
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/skipkeys">SkipKeys</a>
 */
public final class SkipKeys {
  /** Those of macOS, in the order of the alphabet. */
  public static final List<SkipKey> MAC =
      List.of(
          new SkipKey("Accessibility", "11.0"),
          new SkipKey("Appearance", "10.14"),
          new SkipKey("AppleID", ""),
          new SkipKey("AppStore", "11.1"),
          new SkipKey("Biometric", "10.12.4"),
          new SkipKey("Diagnostics", ""),
          new SkipKey("DisplayTone", "10.13.6"),
          new SkipKey("EnableLockdownMode", "14.0"),
          new SkipKey("FileVault", "10.10"),
          new SkipKey("iCloudDiagnostics", "10.12.4"),
          new SkipKey("iCloudStorage", "10.13.4"),
          new SkipKey("Intelligence", "15.0"),
          new SkipKey("LiquidGlass", "27.0"),
          new SkipKey("Location", "10.11"),
          new SkipKey("OSShowcase", "26.1"),
          new SkipKey("Passcode", ""),
          new SkipKey("Payment", "10.12.4"),
          new SkipKey("Privacy", "10.13.4"),
          new SkipKey("Restore", ""),
          new SkipKey("ScreenTime", "10.15"),
          new SkipKey("Siri", "10.12"),
          new SkipKey("SoftwareUpdate", "15.4"),
          new SkipKey("TermsOfAddress", "13.0"),
          new SkipKey("TOS", ""),
          new SkipKey("UnlockWithWatch", "15.0"),
          new SkipKey("UpdateCompleted", "26.1"),
          new SkipKey("Wallpaper", "14.1"),
          new SkipKey("Welcome", "15.0"));

  /** Those that only other devices know. */
  public static final Set<String> OTHERS =
      Set.of(
          "AccessibilityAppearance",
          "ActionButton",
          "Android",
          "CameraButton",
          "DeviceToDeviceMigration",
          "HomeButtonSensitivity",
          "iMessageAndFaceTime",
          "Keyboard",
          "MessagingActivationUsingPhoneNumber",
          "Multitasking",
          "OnBoarding",
          "RestoreCompleted",
          "Safety",
          "SafetyAndHandling",
          "ScreenSaver",
          "SIMSetup",
          "SpokenLanguage",
          "TapToSetup",
          "Tips",
          "TVHomeScreenSync",
          "TVProviderSignIn",
          "TVRoom",
          "WatchMigration",
          "WebContentFiltering",
          "Zoom");

  private SkipKeys() {}

  static boolean isOfMacs(String name) {
    return MAC.stream().anyMatch(key -> key.name().equals(name));
  }

  static List<String> names() {
    return MAC.stream().map(SkipKey::name).toList();
  }
}
