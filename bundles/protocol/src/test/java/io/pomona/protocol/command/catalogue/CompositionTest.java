package io.pomona.protocol.command.catalogue;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.protocol.plist.PlistDict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class CompositionTest {

  private static Composition compose(String requestType, Map<String, ?> keys) {
    return CommandCatalogue.find(requestType).orElseThrow().compose(keys);
  }

  private static List<String> problems(String requestType, Map<String, ?> keys) {
    return compose(requestType, keys).problems().stream()
        .map(problem -> problem.sentence(requestType))
        .toList();
  }

  private static void assertRefused(String sentence, String requestType, Map<String, ?> keys) {
    assertEquals(List.of(sentence), problems(requestType, keys));
  }

  @Test
  public void everyTypeGetsItsPlace() {
    Composition profile = compose("InstallProfile", Map.of("Payload", "AQID"));
    assertEquals(List.of(), profile.problems());
    assertArrayEquals(new byte[] {1, 2, 3}, profile.keys().data("Payload").orElseThrow());
    PlistDict restart =
        compose("RestartDevice", Map.of("NotifyUser", true, "KextPaths", List.of("/a", "/b")))
            .keys();
    assertEquals(Optional.of(true), restart.bool("NotifyUser"));
    assertEquals(List.of("/a", "/b"), restart.strings("KextPaths"));
    PlistDict update =
        compose(
                "ScheduleOSUpdate",
                Map.of(
                    "Updates",
                    List.of(
                        Map.of(
                            "ProductVersion",
                            "15.1",
                            "InstallAction",
                            "InstallLater",
                            "MaxUserDeferrals",
                            3))))
            .keys()
            .dicts("Updates")
            .get(0);
    assertEquals(Optional.of(3L), update.integer("MaxUserDeferrals"));
  }

  @Test
  public void openDictionariesTakeAnything() {
    Map<String, Object> configuration =
        Map.of("server", "a", "port", 443, "ratio", 0.5, "list", List.of(true, Map.of("x", 1)));
    Composition install =
        compose("InstallApplication", Map.of("Identifier", "a.b", "Configuration", configuration));
    assertEquals(List.of(), install.problems());
    PlistDict sent = install.keys().dict("Configuration").orElseThrow();
    assertEquals(PlistDict.builder().put("it", configuration).build().dict("it").get(), sent);
    Map<String, Object> hollow = new LinkedHashMap<>();
    hollow.put("server", null);
    assertRefused(
        "Configuration.server holds null or a number that is too large.",
        "InstallApplication",
        Map.of("Identifier", "a.b", "Configuration", hollow));
  }

  @Test
  public void unknownKeysAreAnsweredWithTheKnownOnes() {
    assertRefused(
        "Pin is not known; the keys of EraseDevice are PIN, ObliterationBehavior.",
        "EraseDevice",
        Map.of("Pin", "123456"));
    assertRefused(
        "Force is not known; SecurityInfo takes no keys.", "SecurityInfo", Map.of("Force", true));
    assertRefused(
        "Options.Method is not known; the keys of Options are PurchaseMethod.",
        "InstallApplication",
        Map.of("Identifier", "a.b", "Options", Map.of("Method", 1)));
  }

  @Test
  public void missingKeysAreNamedWithWhatTheyMustBe() {
    assertRefused("Payload is missing; it must be data in base64.", "InstallProfile", Map.of());
    assertRefused(
        "Updates[0].InstallAction is missing; it must be one of Default, DownloadOnly,"
            + " InstallASAP, NotifyOnly, InstallLater, InstallForceRestart.",
        "ScheduleOSUpdate",
        Map.of("Updates", List.of(Map.of("ProductKey", "a"))));
    assertRefused(
        "InstallApplication needs at least one of iTunesStoreID, Identifier, ManifestURL.",
        "InstallApplication",
        Map.of());
    assertRefused(
        "FileVaultUnlock needs at least one of Password, PrivateKeyExport.",
        "RotateFileVaultKey",
        Map.of("KeyType", "personal", "FileVaultUnlock", Map.of()));
    assertRefused("DeleteUser needs UserName.", "DeleteUser", Map.of());
  }

  @Test
  public void wrongTypesSayWhatWasFound() {
    assertRefused(
        "PIN is a whole number; it must be a string.", "EraseDevice", Map.of("PIN", 123456));
    assertRefused(
        "Payload is a string; it must be data in base64.",
        "InstallProfile",
        Map.of("Payload", "no base64!"));
    assertRefused(
        "ScanTime is a number; it must be a whole number.",
        "RequestMirroring",
        Map.of("DestinationName", "TV", "ScanTime", 10.5));
    assertRefused(
        "NotifyUser is a string; it must be true or false.",
        "RestartDevice",
        Map.of("NotifyUser", "yes"));
    assertRefused(
        "Updates is an object; it must be a list.",
        "ScheduleOSUpdate",
        Map.of("Updates", Map.of()));
    assertRefused(
        "Updates[0] is a string; it must be an object.",
        "ScheduleOSUpdate",
        Map.of("Updates", List.of("15.1")));
    assertRefused(
        "KextPaths[1] is a whole number; it must be a string.",
        "RestartDevice",
        Map.of("KextPaths", List.of("/a", 2)));
    Map<String, Object> nothing = new LinkedHashMap<>();
    nothing.put("Message", null);
    assertRefused("Message is null; it must be a string.", "DeviceLock", nothing);
  }

  @Test
  public void valuesStayWithinWhatAppleAllows() {
    assertRefused(
        "ObliterationBehavior is Never; it must be one of Default, DoNotObliterate,"
            + " ObliterateWithWarning, Always.",
        "EraseDevice",
        Map.of("ObliterationBehavior", "Never"));
    assertRefused(
        "ManagementFlags is 2; it must be one of 1, 4, 5.",
        "InstallApplication",
        Map.of("Identifier", "a.b", "ManagementFlags", 2));
    assertRefused("PIN has 4 characters; it must have 6.", "DeviceLock", Map.of("PIN", "1234"));
    assertRefused(
        "ScanTime is 301 and must be from 10 to 300.",
        "RequestMirroring",
        Map.of("DestinationName", "TV", "ScanTime", 301));
  }

  @Test
  public void settingsAreToldApartByTheirItem() {
    Composition named =
        compose(
            "Settings",
            Map.of(
                "Settings",
                List.of(
                    Map.of("Item", "DeviceName", "DeviceName", "Front desk"),
                    Map.of("Item", "Bluetooth", "Enabled", false))));
    assertEquals(List.of(), named.problems());
    assertEquals(
        Optional.of("Front desk"), named.keys().dicts("Settings").get(0).string("DeviceName"));
    assertRefused(
        "Settings[0].Item must be one of Bluetooth, ApplicationConfiguration, DeviceName, HostName,"
            + " OrganizationInfo, MDMOptions.",
        "Settings",
        Map.of("Settings", List.of(Map.of("Item", "Wallpaper"))));
    assertRefused(
        "Settings[0].Enabled is missing; it must be true or false.",
        "Settings",
        Map.of("Settings", List.of(Map.of("Item", "Bluetooth"))));
  }

  @Test
  public void allProblemsAreToldAtOnce() {
    assertEquals(
        3,
        problems("EraseDevice", Map.of("PIN", 1, "ObliterationBehavior", "x", "Nonsense", true))
            .size());
  }

  @Test
  public void ofTooManyProblemsTheFirstAreTold() {
    Map<String, Object> keys = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      keys.put("Key" + i, true);
    }
    List<String> told = problems("SecurityInfo", keys);
    assertEquals(51, told.size());
    assertEquals("SecurityInfo has 10 more problems.", told.get(50));
  }

  @Test
  public void whatIsTooNewForTheMacIsNamed() {
    Composition lock = compose("DeviceLock", Map.of("PhoneNumber", "+1", "PIN", "123456"));
    assertEquals(List.of(), lock.problemsOn(CommandTarget.unknown()));
    assertEquals(List.of(), lock.problemsOn(CommandTarget.macOs("11.5")));
    assertEquals(
        List.of(new KeyProblem("PhoneNumber", "needs macOS 11.5, found 11.4.9")),
        lock.problemsOn(CommandTarget.macOs("11.4.9")));
    assertEquals(
        "SetRecoveryLock needs macOS 11.5, found 10.15.7.",
        compose("SetRecoveryLock", Map.of("NewPassword", "x"))
            .problemsOn(CommandTarget.macOs("10.15.7"))
            .get(0)
            .sentence("SetRecoveryLock"));
  }

  @Test
  public void whatTheMacLeavesOutOrAppleAdvisesAgainstIsAdviceOnly() {
    Composition asked =
        compose(
            "DeviceInformation",
            Map.of("Queries", List.of("BatteryLevel", "IsActivationLockEnabled")));
    assertEquals(List.of(), asked.problemsOn(CommandTarget.macOs("12.0")));
    assertEquals(
        List.of(new KeyProblem("Queries[0] BatteryLevel", "needs macOS 13.3, found 12.0")),
        asked.adviceOn(CommandTarget.macOs("12.0")));
    assertEquals(
        List.of(
            new KeyProblem("Queries[1] IsActivationLockEnabled", "is deprecated since macOS 13.0")),
        asked.adviceOn(CommandTarget.macOs("15.0")));
  }

  @Test
  public void supervisionAndAutomatedEnrollmentCountWhereKnown() {
    Composition users = compose("UserList", Map.of());
    assertEquals(true, users.needsManagement());
    assertEquals(List.of(), users.problemsOn(CommandTarget.macOs("15.0")));
    CommandTarget plain =
        new CommandTarget(OsVersion.parse("15.0"), Optional.of(false), Optional.of(false));
    assertEquals(List.of(new KeyProblem("", "needs a supervised Mac")), users.problemsOn(plain));
    assertEquals(
        List.of(new KeyProblem("", "needs a Mac that was enrolled through Apple Business Manager")),
        compose("DeviceConfigured", Map.of()).problemsOn(plain));
    assertEquals(false, compose("SecurityInfo", Map.of()).needsManagement());
  }

  @Test
  public void propertyListsAreLookedAtAsTheyAre() {
    CommandDefinition install = CommandCatalogue.find("InstallProfile").orElseThrow();
    PlistDict right = PlistDict.builder().put("Payload", new byte[] {1}).build();
    assertEquals(List.of(), install.examine(right).problems());
    PlistDict wrong = PlistDict.builder().put("Payload", "AQID").put("When", Instant.EPOCH).build();
    assertEquals(
        List.of(
            new KeyProblem("Payload", "is of type string; it must be of type data"),
            new KeyProblem("When", "is not known; the keys of InstallProfile are Payload")),
        install.examine(wrong).problems());
  }

  @Test
  public void passwordsAreNotRepeated() {
    for (String problem : problems("SetRecoveryLock", Map.of("NewPassword", List.of("s3cret")))) {
      assertEquals("NewPassword is a list; it must be a string.", problem);
    }
  }
}
