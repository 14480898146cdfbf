package io.pomona.protocol.declarative;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Apple's codes for why a declaration is not what it should be, in words. */
public final class ReasonWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry("Error.ActivationFailed", "The activation that it belongs to failed."),
          entry("Error.AppStoreDisabled", "The App Store is turned off on this Mac."),
          entry("Error.AssetCannotBeDeserialized", "The data of the asset have a wrong form."),
          entry("Error.AssetCannotBeDownloaded", "The Mac could not download the asset."),
          entry("Error.AssetCannotBeVerified", "The downloaded asset is not what was announced."),
          entry("Error.ConfigurationCannotBeApplied", "The Mac could not apply it."),
          entry("Error.ConfigurationCannotBeDeserialized", "Its payload has a wrong form."),
          entry("Error.ConfigurationFailed", "The configuration that refers to it failed."),
          entry("Error.ConfigurationIsInvalid", "Its payload has values that cannot be applied."),
          entry(
              "Error.ConfigurationNotSupported",
              "This macOS, channel or kind of enrollment does not take this type."),
          entry("Error.DownloadFailed", "The application could not be downloaded."),
          entry("Error.DuplicateConfiguredApp", "Another declaration manages this application."),
          entry("Error.InstallFailed", "The application could not be installed."),
          entry("Error.InvalidAppID", "There is no application of this id."),
          entry("Error.InvalidPayload", "The declaration could not be loaded as a whole."),
          entry("Error.LicenseNotFound", "There is no license for the application."),
          entry("Error.MissingAssets", "It refers to an asset that the Mac does not have."),
          entry(
              "Error.MissingConfigurations",
              "It refers to a configuration that the Mac does not have."),
          entry("Error.MissingState", "The Mac has lost what it knew of it."),
          entry("Error.NotAnApp", "What was downloaded is no application."),
          entry("Error.NotSupported", "The application does not run on this Mac."),
          entry("Error.PredicateFailed", "Its predicate could not be evaluated."),
          entry("Error.UnableToEvaluatePredicate", "Its predicate cannot be evaluated."),
          entry("Error.UnableToParsePredicate", "Its predicate is written wrongly."),
          entry(
              "Error.UnableToParsePredicateWithCustomOperator",
              "An operator of its predicate is written wrongly."),
          entry("Error.Unknown", "Something failed that the Mac does not name."),
          entry("Error.UnknownDeclarationType", "This macOS does not know this type."),
          entry("Error.UnknownPayloadKeys", "Its payload has keys that this macOS does not know."),
          entry(
              "Error.UnmanagedAppAlreadyInstalled",
              "The application is there already and not managed."),
          entry("Error.UpdateFailed", "The application could not be updated."),
          entry("Error.UserRejected", "The user refused it."),
          entry("Info.NotReferencedByActivation", "No activation names it, so it does nothing."),
          entry("Info.NotReferencedByConfiguration", "No configuration uses it."),
          entry("Info.Predicate", "Its predicate does not hold on this Mac."),
          entry("Info.UnsupportedSettings", "Some of its settings do nothing on this Mac."),
          entry("Info.UpdateAvailable", "There is an update of the application."));

  private ReasonWords() {}

  /** Empty for a code that Apple has added since. */
  public static Optional<String> of(String code) {
    return Optional.ofNullable(WORDS.get(code));
  }

  public static Set<String> codes() {
    return WORDS.keySet();
  }
}
