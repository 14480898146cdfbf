package io.pomona.protocol.dep;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which valid name was probably meant. */
final class NearestName {
  private NearestName() {}

  /** Empty when none is near: more than a third of the letters would have to change. */
  static Optional<String> of(String text, Collection<String> valid) {
    return valid.stream()
        .min(Comparator.comparingInt((String name) -> distance(text, name)))
        .filter(name -> distance(text, name) * 3 <= name.length());
  }

  private static int distance(String said, String valid) {
    String from = said.toLowerCase(Locale.ROOT);
    String to = valid.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int at = 0; at <= to.length(); at++) {
      row[at] = at;
    }
    for (int line = 1; line <= from.length(); line++) {
      row = next(row, line, from.charAt(line - 1), to);
    }
    return row[to.length()];
  }

  private static int[] next(int[] above, int line, char letter, String to) {
    int[] row = new int[above.length];
    row[0] = line;
    for (int at = 1; at < row.length; at++) {
      int change = above[at - 1] + (letter == to.charAt(at - 1) ? 0 : 1);
      row[at] = Math.min(change, 1 + Math.min(above[at], row[at - 1]));
    }
    return row;
  }
}
