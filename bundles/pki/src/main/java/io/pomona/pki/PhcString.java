package io.pomona.pki;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hash in the PHC string format.
 *
 * @param memory KiB
 */
record PhcString(int memory, int passes, int lanes, byte[] salt, byte[] hash) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)"
              + "\\$([A-Za-z0-9+/]{11,88})\\$([A-Za-z0-9+/]{22,88})");
  private static final int MAX_MEMORY = 256 * 1024;

  /** Empty unless it is one whose parameters this server is willing to spend. */
  static Optional<PhcString> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      PhcString parsed =
          new PhcString(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)),
              Base64.getDecoder().decode(matcher.group(4)),
              Base64.getDecoder().decode(matcher.group(5)));
      return Optional.of(parsed).filter(PhcString::isAffordable);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isAffordable() {
    return lanes > 0 && passes > 0 && memory >= 8 * lanes && memory <= MAX_MEMORY;
  }

  String format() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    // Not %d, which writes digits of the language that the server runs in.
    return "$argon2id$v=19$m=%s,t=%s,p=%s$%s$%s"
        .formatted(memory, passes, lanes, base64.encodeToString(salt), base64.encodeToString(hash));
  }
}
