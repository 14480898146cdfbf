package io.pomona.apns;

import io.pomona.api.MdmException;
import java.util.Optional;

/**
 * What is said with a certificate that is loaded.
 *
 * @param appleId with which it was made at Apple's portal
 * @param force accept another topic, though every enrolled Mac is lost by it
 * @param typedTopic the topic that is given up, typed by who forces
 */
public record LoadTerms(Optional<String> appleId, boolean force, Optional<String> typedTopic) {
  private static final int LONGEST = 254;

  public LoadTerms {
    appleId = appleId.map(String::strip).filter(text -> !text.isEmpty());
    typedTopic = typedTopic.map(String::strip);
    appleId.ifPresent(LoadTerms::requireAppleId);
  }

  public static LoadTerms usual() {
    return new LoadTerms(Optional.empty(), false, Optional.empty());
  }

  private static void requireAppleId(String text) {
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw MdmException.invalid(
          "apns.bad_apple_id",
          "apple_id",
          "An Apple ID is an e-mail address or a phone number of up to 254 characters.");
    }
  }
}
