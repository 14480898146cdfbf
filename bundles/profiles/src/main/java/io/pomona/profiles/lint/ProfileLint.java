package io.pomona.profiles.lint;

import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.profile.MobileConfig;
import io.pomona.protocol.profile.PayloadSummary;
import io.pomona.protocol.signature.ContentSignature;
import io.pomona.protocol.signature.SignedContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at one profile by itself. */
final class ProfileLint {
  /** Apple's numbers of all devices and of Macs. */
  private static final Set<Long> MACS = Set.of(0L, 5L);

  private final MobileConfig profile;
  private final PlistDict top;
  private final Instant now;
  private final List<LintWarning> warnings = new ArrayList<>();

  private ProfileLint(MobileConfig profile, Instant now) {
    this.profile = profile;
    this.top = profile.dictionary();
    this.now = now;
  }

  static List<LintWarning> of(MobileConfig profile, boolean signedIsExpected, Instant now) {
    ProfileLint lint = new ProfileLint(profile, now);
    lint.scope();
    lint.platform();
    lint.life();
    lint.uuids();
    lint.signature(signedIsExpected);
    profile.payloads().stream().flatMap(PayloadLint::of).distinct().forEach(lint.warnings::add);
    return lint.warnings;
  }

  private void scope() {
    if (profile.scope().equals(Optional.of("User"))) {
      warn(
          "user_scope",
          "PayloadScope is User, but Pomona sends profiles to the Mac as a whole: what is in it"
              + " holds for all of its users.");
    }
  }

  private void platform() {
    top.integer("TargetDeviceType")
        .filter(type -> !MACS.contains(type))
        .ifPresent(
            type ->
                warn(
                    "not_for_macos",
                    "TargetDeviceType is "
                        + type
                        + ", which is not a Mac (5); it may be refused."));
  }

  private void life() {
    for (String key : List.of("RemovalDate", "PayloadExpirationDate")) {
      top.date(key)
          .filter(date -> date.isBefore(now))
          .ifPresent(date -> warn("ended", key + " is over: " + date + "."));
    }
    if (top.has("RemovalDate") || top.has("DurationUntilRemoval")) {
      warn(
          "removes_itself",
          "The Mac removes the profile by itself (RemovalDate or DurationUntilRemoval). Pomona then"
              + " installs it anew, or shows it as failed.");
    }
  }

  private void uuids() {
    Set<String> seen = new HashSet<>();
    for (PayloadSummary payload : profile.payloads()) {
      if (!seen.add(payload.uuid())) {
        warn(
            "duplicate_payload_uuid",
            "Several payloads have the PayloadUUID " + payload.uuid() + "; a Mac mixes them up.");
      }
    }
  }

  private void signature(boolean expected) {
    if (!SignedContent.isSigned(profile.content())) {
      if (expected) {
        warn("unsigned", "The profile is not signed, and signed ones are expected here.");
      }
      return;
    }
    ContentSignature signature = ContentSignature.of(profile.content());
    switch (signature.state()) {
      case GOOD -> signature.notAfter().filter(now::isAfter).ifPresent(end -> expired(signature));
      case BROKEN ->
          warn("signature_broken", "The signature does not fit the content: a Mac refuses it.");
      case UNKNOWN ->
          warn("signature_unchecked", "The signature is of a kind that cannot be checked here.");
    }
  }

  private void expired(ContentSignature signature) {
    warn(
        "signer_expired",
        "The certificate of the signer ("
            + signature.signer().orElse("")
            + ") ended on "
            + signature.notAfter().orElseThrow()
            + "; the Mac shows the profile as not verified.");
  }

  private void warn(String code, String message) {
    warnings.add(new LintWarning(code, message));
  }
}
