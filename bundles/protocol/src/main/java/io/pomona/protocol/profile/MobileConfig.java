package io.pomona.protocol.profile;

import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.protocol.signature.MalformedSignatureException;
import io.pomona.protocol.signature.SignedContent;
import java.util.List;
import java.util.Optional;

/**
 * A configuration profile as it was uploaded.
 *
 * @param identifier installing another profile with the same one replaces this one
 * @param scope {@code System} or {@code User}
 * @param payloads empty also when the payloads are encrypted
 * @param signed whether the file is a CMS structure; its signature was not checked
 * @param content the file untouched, which is what a Mac gets
 */
public record MobileConfig(
    String identifier,
    String uuid,
    String displayName,
    Optional<String> description,
    Optional<String> organization,
    Optional<String> scope,
    boolean removalDisallowed,
    List<PayloadSummary> payloads,
    boolean signed,
    byte[] content) {

  public MobileConfig {
    payloads = List.copyOf(payloads);
  }

  /**
   * Reads an XML, binary or signed profile.
   *
   * @throws MalformedProfileException with a sentence for the admin
   */
  public static MobileConfig read(byte[] file) {
    PlistDict profile = dictionary(file);
    if (!profile.string("PayloadType").equals(Optional.of("Configuration"))) {
      throw new MalformedProfileException(
          "The file is not a configuration profile: its PayloadType is not \"Configuration\".");
    }
    return new MobileConfig(
        required(profile, "PayloadIdentifier", "The profile"),
        required(profile, "PayloadUUID", "The profile"),
        required(profile, "PayloadDisplayName", "The profile"),
        profile.string("PayloadDescription"),
        profile.string("PayloadOrganization"),
        profile.string("PayloadScope"),
        profile.bool("PayloadRemovalDisallowed").orElse(false),
        payloads(profile),
        SignedContent.isSigned(file),
        file.clone());
  }

  /** All values of the profile, read from its content again. */
  public PlistDict dictionary() {
    return dictionary(content);
  }

  private static PlistDict dictionary(byte[] file) {
    try {
      return PlistReader.read(SignedContent.isSigned(file) ? SignedContent.unwrap(file) : file);
    } catch (MalformedPlistException | MalformedSignatureException e) {
      throw new MalformedProfileException(
          "The file is not a configuration profile. " + e.getMessage(), e);
    }
  }

  private static List<PayloadSummary> payloads(PlistDict profile) {
    List<Object> content = profile.array("PayloadContent");
    if (content.isEmpty() && !profile.has("EncryptedPayloadContent")) {
      throw new MalformedProfileException("The profile has no payload: PayloadContent is empty.");
    }
    List<PlistDict> payloads = profile.dicts("PayloadContent");
    if (payloads.size() != content.size()) {
      throw new MalformedProfileException("A payload of the profile is not a dictionary.");
    }
    return payloads.stream().map(MobileConfig::summary).toList();
  }

  private static PayloadSummary summary(PlistDict payload) {
    String type = required(payload, "PayloadType", "A payload of the profile");
    String where = "The payload " + type;
    return new PayloadSummary(
        type,
        required(payload, "PayloadIdentifier", where),
        required(payload, "PayloadUUID", where),
        payload.string("PayloadDisplayName"),
        payload.keys());
  }

  private static String required(PlistDict dict, String key, String where) {
    return dict.string(key)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new MalformedProfileException(where + " has no " + key + "."));
  }
}
