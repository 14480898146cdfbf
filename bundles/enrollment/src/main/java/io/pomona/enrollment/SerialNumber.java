package io.pomona.enrollment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A serial number as a person or a file writes it; Macs write it in capitals. */
public record SerialNumber(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{4,64}");

  public SerialNumber {
    text = text.strip().toUpperCase(Locale.ROOT);
  }

  /** What is wrong with it. */
  public Optional<String> fault() {
    return FORM.matcher(text).matches()
        ? Optional.empty()
        : Optional.of("Write the serial number: 4 to 64 letters, digits and hyphens.");
  }
}
