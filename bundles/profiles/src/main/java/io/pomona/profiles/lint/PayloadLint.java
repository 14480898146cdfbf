package io.pomona.profiles.lint;

import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.profile.PayloadSummary;
import io.pomona.protocol.profile.catalogue.PayloadCatalogue;
import io.pomona.protocol.profile.catalogue.PayloadType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds one payload against what Apple says of its type. */
final class PayloadLint {
  private static final String APPLE = "com.apple.";

  private PayloadLint() {}

  static Stream<LintWarning> of(PayloadSummary payload) {
    Optional<PayloadType> known = PayloadCatalogue.find(payload.type());
    if (known.isEmpty()) {
      return Stream.of(unknown(payload.type()));
    }
    PayloadType type = known.get();
    if (!type.onMacs()) {
      return Stream.of(elsewhere(type));
    }
    return Stream.<Function<PayloadType, Optional<LintWarning>>>of(
            PayloadLint::usersOnly,
            PayloadLint::removed,
            PayloadLint::deprecated,
            each -> incomplete(each, payload))
        .flatMap(rule -> rule.apply(type).stream());
  }

  private static LintWarning unknown(String type) {
    return new LintWarning(
        "unknown_payload_type",
        type.startsWith(APPLE)
            ? "Apple describes no payload " + type + ". Look for a slip of the pen."
            : "The payload type "
                + type
                + " is none of Apple's: a Mac takes it as the preferences of an application.");
  }

  private static LintWarning elsewhere(PayloadType type) {
    return new LintWarning(
        "not_for_macos",
        named(type)
            + (type.elsewhere().isEmpty()
                ? " is for no Mac"
                : " is for " + String.join(" and ", type.elsewhere()) + ", not for macOS")
            + "; a Mac refuses or ignores it.");
  }

  private static Optional<LintWarning> usersOnly(PayloadType type) {
    return warning(
        !type.deviceChannel(),
        "user_channel",
        named(type) + " is for users only; sent to the Mac as a whole it is refused or ignored.");
  }

  private static Optional<LintWarning> removed(PayloadType type) {
    return type.removed()
        .map(
            since ->
                new LintWarning(
                    "removed_payload", named(type) + " does nothing since macOS " + since + "."));
  }

  private static Optional<LintWarning> deprecated(PayloadType type) {
    return type.deprecated()
        .filter(since -> type.removed().isEmpty())
        .map(
            since ->
                new LintWarning(
                    "deprecated_payload",
                    named(type) + " is deprecated since macOS " + since + "."));
  }

  private static Optional<LintWarning> incomplete(PayloadType type, PayloadSummary payload) {
    List<String> missing =
        type.required().stream().filter(key -> !payload.keys().contains(key)).toList();
    return warning(
        !missing.isEmpty(),
        "missing_key",
        named(type) + " lacks " + String.join(", ", missing) + ", which Apple requires.");
  }

  private static Optional<LintWarning> warning(boolean odd, String code, String message) {
    return Optional.of(new LintWarning(code, message)).filter(warning -> odd);
  }

  /** For whether the Macs of a scope are too old for it. */
  static Optional<OsVersion> since(PayloadSummary payload) {
    return PayloadCatalogue.find(payload.type()).flatMap(PayloadType::since);
  }

  static String named(PayloadType type) {
    return "The payload " + type.type() + " (" + type.name() + ")";
  }
}
