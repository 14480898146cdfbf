package io.pomona.protocol.command.catalogue;

import java.util.Optional;

/**
 * What a value must keep within.
 *
 * @param min the smallest number
 * @param max the largest number
 * @param length of a text, in characters
 */
public record KeyLimits(Optional<Long> min, Optional<Long> max, Optional<Integer> length) {

  /** What is wrong with this text, in half a sentence. */
  Optional<String> broken(String text) {
    return length
        .filter(wanted -> wanted != text.codePointCount(0, text.length()))
        .map(
            wanted ->
                "has "
                    + text.codePointCount(0, text.length())
                    + " characters; it must have "
                    + wanted);
  }

  /** What is wrong with this number, in half a sentence. */
  Optional<String> broken(double number) {
    boolean low = min.filter(least -> number < least).isPresent();
    boolean high = max.filter(most -> number > most).isPresent();
    return low || high ? Optional.of("must be " + words()) : Optional.empty();
  }

  private String words() {
    if (min.isPresent() && max.isPresent()) {
      return "from " + min.get() + " to " + max.get();
    }
    return min.map(least -> "at least " + least).orElseGet(() -> "at most " + max.orElseThrow());
  }
}
