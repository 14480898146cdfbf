package io.pomona.enrollment.mydevice;

import java.util.Arrays;
import java.util.Optional;

/** What came of a refetch, in words that the page has. */
public enum Told {
  MAC("Your Mac was asked for its details. It answers within a few minutes; open this page anew."),
  APPLE(
      "MDM is off, so your Mac cannot be asked. Apple Business Manager was asked whether it assigns"
          + " this Mac; open this page anew in a few minutes."),
  NOBODY(
      "MDM is off, so your Mac cannot be asked, and Apple Business Manager is not connected. Turn"
          + " on MDM first."),
  WAIT("This was asked less than a minute ago. Wait a little.");

  private final String sentence;

  Told(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Whatever an address says. */
  static Optional<Told> of(String label) {
    return Arrays.stream(values()).filter(told -> told.label().equals(label)).findFirst();
  }
}
