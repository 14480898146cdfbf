package io.pomona.profiles;

import io.pomona.api.MdmException;
import io.pomona.protocol.profile.MalformedProfileException;
import io.pomona.protocol.profile.MobileConfig;
import io.pomona.protocol.profile.PayloadSummary;
import java.util.Set;

/** Which uploaded files are taken. */
final class ProfileRules {
  /** Many times a usual profile, and still little to send to every Mac of an organization. */
  static final int MOST_BYTES = 1 << 20;

  /** Identifiers of profiles that this server makes itself begin with it. */
  static final String RESERVED_PREFIX = "io.pomona.";

  private static final int LONGEST_TEXT = 255;
  private static final Set<String> FILE_VAULT =
      Set.of(
          "com.apple.MCX.FileVault2",
          "com.apple.security.FDERecoveryKeyEscrow",
          "com.apple.security.FDERecoveryRedirect");
  private static final Set<String> FILE_VAULT_KEYS =
      Set.of("dontAllowFDEDisable", "dontAllowFDEEnable", "DestroyFVKeyOnStandby");

  private ProfileRules() {}

  /** Reads and checks; the messages are for the admin who uploads. */
  static MobileConfig read(byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new MdmException(
          MdmException.Kind.TOO_LARGE,
          "profiles.too_large",
          "A configuration profile may have up to 1 MiB.");
    }
    MobileConfig profile = parse(content);
    requireText("PayloadIdentifier", profile.identifier());
    requireText("PayloadDisplayName", profile.displayName());
    requireText("PayloadUUID", profile.uuid());
    requireFree(profile.identifier());
    if (profile.payloads().isEmpty()) {
      throw invalid(
          "profiles.encrypted",
          "The payloads are encrypted, so they cannot be checked. Upload the profile unencrypted.");
    }
    profile.payloads().forEach(ProfileRules::check);
    return profile;
  }

  private static MobileConfig parse(byte[] content) {
    try {
      return MobileConfig.read(content);
    } catch (MalformedProfileException e) {
      throw invalid("profiles.malformed", e.getMessage()).causedBy(e);
    }
  }

  private static void check(PayloadSummary payload) {
    if (payload.type().equals("com.apple.mdm")) {
      throw invalid(
          "profiles.mdm_payload",
          "The profile has a payload com.apple.mdm. Only enrollment installs that.");
    }
    boolean fileVault =
        FILE_VAULT.contains(payload.type())
            || payload.type().equals("com.apple.MCX")
                && payload.keys().stream().anyMatch(FILE_VAULT_KEYS::contains);
    if (fileVault) {
      throw invalid(
          "profiles.filevault_payload",
          "The profile has FileVault settings ("
              + payload.type()
              + "). Leave these to disk encryption.");
    }
    requireFree(payload.identifier());
  }

  private static void requireFree(String identifier) {
    if (identifier.startsWith(RESERVED_PREFIX)) {
      throw invalid(
          "profiles.reserved_identifier",
          "Identifiers that begin with "
              + RESERVED_PREFIX
              + " are for profiles that Pomona makes. Choose another PayloadIdentifier.");
    }
  }

  private static void requireText(String key, String text) {
    boolean good =
        text.length() <= LONGEST_TEXT
            && text.codePoints()
                .noneMatch(
                    c ->
                        Character.isISOControl(c)
                            || Character.getType(c) == Character.SURROGATE
                            || c == 0xFFFE
                            || c == 0xFFFF);
    if (!good) {
      throw invalid(
          "profiles.bad_text",
          key + " has more than 255 characters, or characters that cannot be shown.");
    }
  }

  private static MdmException invalid(String code, String reason) {
    return MdmException.invalid(code, "profile", reason);
  }
}
