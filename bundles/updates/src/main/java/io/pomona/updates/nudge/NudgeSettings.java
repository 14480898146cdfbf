package io.pomona.updates.nudge;

import io.pomona.api.updates.UpdatePolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nudge's settings for what a team requires: a window each day, in the last day one every two
 * hours, and past the deadline one that cannot be closed. Each value has the type that Nudge
 * decodes: of a wrong one it would take none of them.
 *
 * @see <a href="https://github.com/macadmins/nudge/wiki">Nudge</a>
 */
record NudgeSettings(UpdatePolicy policy) {
  private static final String ENGLISH = "en";
  private static final String ABOUT_UPDATES = "https://support.apple.com/100100";

  private static final long DAILY = Duration.ofDays(1).toSeconds();
  private static final long TWO_HOURS = Duration.ofHours(2).toSeconds();
  private static final long HOURLY = Duration.ofHours(1).toSeconds();
  private static final long APPROACHING_HOURS = 72;
  private static final long IMMINENT_HOURS = 24;

  // So often Nudge lets a window be closed before it asks for more than one button.
  private static final long FOR_EVER = 1_000_000;

  /** Everything, by section. */
  Map<String, Object> sections() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("optionalFeatures", features());
    all.put("osVersionRequirements", List.of(requirement()));
    all.put("userExperience", experience());
    all.put("userInterface", words());
    return all;
  }

  private static Map<String, Object> features() {
    Map<String, Object> features = new LinkedHashMap<>();
    // Macs of closed networks reach no feed, and what is required is said here.
    features.put("utilizeSOFAFeed", false);
    features.put("attemptToCheckForSupportedDevice", false);
    features.put("attemptToFetchMajorUpgrade", false);
    // Nudge is started every half an hour: without this each start would be a window.
    features.put("honorCycleTimersOnExit", true);
    features.put("asynchronousSoftwareUpdate", true);
    features.put("enforceMinorUpdates", true);
    features.put("attemptToBlockApplicationLaunches", false);
    features.put("terminateApplicationsOnLaunch", false);
    return features;
  }

  private Map<String, Object> requirement() {
    Map<String, Object> requirement = new LinkedHashMap<>();
    // A date in a profile and a text in JSON: Nudge reads both.
    requirement.put("requiredInstallationDate", policy.instant());
    requirement.put("requiredMinimumOSVersion", policy.minimumVersion());
    requirement.put("targetedOSVersionsRule", "default");
    requirement.put(
        "aboutUpdateURLs", List.of(Map.of("_language", ENGLISH, "aboutUpdateURL", ABOUT_UPDATES)));
    return requirement;
  }

  private static Map<String, Object> experience() {
    Map<String, Object> experience = new LinkedHashMap<>();
    experience.put("initialRefreshCycle", DAILY);
    experience.put("approachingWindowTime", APPROACHING_HOURS);
    experience.put("approachingRefreshCycle", DAILY);
    experience.put("imminentWindowTime", IMMINENT_HOURS);
    experience.put("imminentRefreshCycle", TWO_HOURS);
    experience.put("elapsedRefreshCycle", HOURLY);
    experience.put("allowUserQuitDeferrals", true);
    experience.put("allowLaterDeferralButton", true);
    experience.put("allowedDeferrals", FOR_EVER);
    experience.put("allowedDeferralsUntilForcedSecondaryQuitButton", FOR_EVER);
    experience.put("allowGracePeriods", false);
    experience.put("noTimers", false);
    experience.put("randomDelay", false);
    return experience;
  }

  private Map<String, Object> words() {
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("_language", ENGLISH);
    element.put("mainHeader", "This Mac needs macOS " + policy.minimumVersion());
    element.put(
        "subHeader",
        "Your organization asks you to install it. Save your work first: the Mac restarts.");
    element.put("actionButtonText", "Update now");
    element.put("informationButtonText", "What is in it");
    element.put("primaryQuitButtonText", "Later");
    element.put("secondaryQuitButtonText", "I understand");
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("fallbackLanguage", ENGLISH);
    words.put("simpleMode", true);
    words.put("showDeferralCount", false);
    words.put("singleQuitButton", true);
    words.put("updateElements", List.of(element));
    return words;
  }
}
