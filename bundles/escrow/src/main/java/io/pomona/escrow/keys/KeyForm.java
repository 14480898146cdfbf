package io.pomona.escrow.keys;

import io.pomona.api.Secret;
import io.pomona.protocol.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a personal recovery key of FileVault looks like: six groups of four. */
final class KeyForm {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}(-[A-Z0-9]{4}){5}");
  private static final Pattern DUMMY = Pattern.compile("([A-Z0-9])\\1{3}(-([A-Z0-9])\\3{3}){5}");

  /** In the middle of other words. */
  private static final Pattern SOMEWHERE =
      Pattern.compile("[A-Za-z0-9]{4}(\\s*-\\s*[A-Za-z0-9]{4}){5}");

  private KeyForm() {}

  /** The key in the content of an envelope, without what macOS pads it with. */
  static Optional<Secret> read(Secret content) {
    String text = content.revealText().replace("\0", "").strip();
    return FORM.matcher(text).matches() ? Optional.of(Secret.of(text)) : Optional.empty();
  }

  /** macOS 10.13 sent {@code WWWW-XXXX-YYYY-ZZZZ-…} for want of the key. */
  static boolean isDummy(Secret key) {
    return DUMMY.matcher(key.revealText()).matches();
  }

  /** The same for the same key. Of 120 random bits: nobody finds the key that it is of. */
  static String fingerprint(Secret key) {
    return Sha256.hex(("recovery key " + key.revealText()).getBytes(StandardCharsets.UTF_8));
  }

  /** Words of a Mac, which are not to carry a key on into a feed or a log. */
  static String without(String words) {
    return SOMEWHERE.matcher(words).replaceAll("********");
  }
}
