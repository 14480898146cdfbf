package io.pomona.protocol.command;

import java.util.List;
import java.util.stream.Collectors;

/** Apple's reasons in words. */
public final class ErrorChain {
  private ErrorChain() {}

  /**
   * The whole chain in one line, in English where the Mac gave it, for an admin to read. Empty for
   * an empty chain.
   */
  public static String sentence(List<ErrorChainItem> errors) {
    return errors.stream().map(ErrorChain::sentence).distinct().collect(Collectors.joining("; "));
  }

  private static String sentence(ErrorChainItem error) {
    String origin = (error.domain().isEmpty() ? "error" : error.domain()) + " " + error.code();
    return error
        .usEnglishDescription()
        .or(error::localizedDescription)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> text + " (" + origin + ")")
        .orElse(origin);
  }
}
