package io.pomona.updates.nudge;

import io.pomona.api.updates.UpdatePolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nudge's settings for what a team requires: a window each day, in the last day one every two
 * hours, and past the deadline one that cannot be closed. How long a closed window stays away is
 * fixed when it opens, so that each cycle begins as much earlier as the one before may reach into
 * it: at two days before the deadline one of a third of a day takes the place of the daily one, and
 * at 29 hours the one of two hours. So the last day is whole whenever a Mac's daily window was.
 * Each value has the type that Nudge decodes: of a wrong one it would take none of them.
 *
 * @see <a href="https://github.com/macadmins/nudge/wiki">Nudge</a>
 */
record NudgeSettings(UpdatePolicy policy) {
  private static final String ENGLISH = "en";
  private static final String ABOUT_UPDATES = "https://support.apple.com/100100";

  // Nudge is started on the half hour, and a cycle begins when a window is closed: without this the
  // start that is meant would come moments too early, and the window half an hour late.
  private static final Duration TO_CLOSE = Duration.ofMinutes(15);

  private static final long DAILY = cycle(Duration.ofDays(1));
  private static final long APPROACHING = cycle(Duration.ofHours(7));
  private static final long TWO_HOURS = cycle(Duration.ofHours(2));
  private static final long HOURLY = Duration.ofHours(1).toSeconds();
  private static final long APPROACHING_HOURS = 48;
  private static final long IMMINENT_HOURS = 29;

  // So often Nudge lets a window be closed before it asks for more than one button.
  private static final long FOR_EVER = 1_000_000;

  private static long cycle(Duration apart) {
    return apart.minus(TO_CLOSE).toSeconds();
  }

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
    experience.put("approachingRefreshCycle", APPROACHING);
    experience.put("imminentWindowTime", IMMINENT_HOURS);
    experience.put("imminentRefreshCycle", TWO_HOURS);
    experience.put("elapsedRefreshCycle", HOURLY);
    // With it users choose how long: an hour, a day or, three days ahead, until the last one.
    experience.put("allowUserQuitDeferrals", false);
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
