package io.pomona.store.enrollment;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Versions as text that a database compares as people do: 14.10 is behind 14.9. */
final class VersionOrder {
  private static final int DIGITS = 5;
  private static final int PARTS = 4;

  private VersionOrder() {}

  /** Empty for what is no version. */
  static String of(String version) {
    return Arrays.stream(version.split("[^0-9]+"))
        .filter(part -> !part.isEmpty())
        .limit(PARTS)
        .map(part -> "0".repeat(Math.max(0, DIGITS - part.length())) + part)
        .map(part -> part.substring(part.length() - DIGITS))
        .collect(Collectors.joining("."));
  }
}
