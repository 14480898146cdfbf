package io.pomona.escrow.lock;

import io.pomona.api.MdmException;
import java.util.Optional;

/**
 * What a locked Mac shows besides the question for its PIN.
 *
 * @param phoneNumber shown by Macs with Apple silicon only
 */
public record LockScreen(Optional<String> message, Optional<String> phoneNumber) {
  public static final LockScreen PLAIN = new LockScreen(Optional.empty(), Optional.empty());
  private static final int LONGEST_MESSAGE = 500;
  private static final int LONGEST_NUMBER = 60;

  public LockScreen {
    message = message.map(String::strip).filter(text -> !text.isEmpty());
    phoneNumber = phoneNumber.map(String::strip).filter(text -> !text.isEmpty());
    require("message", message, LONGEST_MESSAGE);
    require("phone_number", phoneNumber, LONGEST_NUMBER);
  }

  private static void require(String field, Optional<String> text, int most) {
    if (text.filter(words -> words.length() > most).isPresent()) {
      throw MdmException.invalid(
          "escrow.long_text", field, "At most " + most + " characters fit there.");
    }
  }
}
