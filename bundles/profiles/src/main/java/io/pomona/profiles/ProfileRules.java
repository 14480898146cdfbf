package io.pomona.profiles;

import io.pomona.api.MdmException;
import io.pomona.protocol.profile.MalformedProfileException;
import io.pomona.protocol.profile.MobileConfig;

/** Which uploaded files are taken. */
public final class ProfileRules {
  /** Many times a usual profile, and still little to send to every Mac of an organization. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int LONGEST_TEXT = 255;

  private ProfileRules() {}

  /** Reads and checks; the messages are for the admin who uploads. */
  public static MobileConfig read(byte[] content) {
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
    ReservedPayloads.requireFree(profile.identifier());
    if (profile.payloads().isEmpty() || profile.dictionary().has("EncryptedPayloadContent")) {
      throw invalid(
          "profiles.encrypted",
          "The payloads are encrypted, so they cannot be checked. Upload the profile unencrypted.");
    }
    profile.dictionary().dicts("PayloadContent").forEach(ReservedPayloads::requireFree);
    return profile;
  }

  private static MobileConfig parse(byte[] content) {
    try {
      return MobileConfig.read(content);
    } catch (MalformedProfileException e) {
      throw invalid("profiles.malformed", e.getMessage()).causedBy(e);
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
