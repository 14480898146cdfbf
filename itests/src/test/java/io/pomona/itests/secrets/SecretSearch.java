package io.pomona.itests.secrets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for many needles at once: where the first two bytes are those of any, the first four say
 * which to compare. 100 MB and a thousand needles take about a second.
 */
final class SecretSearch {
  private static final int KEY = 4;

  private final boolean[] starts = new boolean[1 << 16];
  private final Map<Integer, List<Needle>> needles = new HashMap<>();

  SecretSearch(List<Needle> all) {
    for (Needle needle : all) {
      starts[start(needle.bytes(), 0)] = true;
      needles.computeIfAbsent(key(needle.bytes(), 0), key -> new ArrayList<>()).add(needle);
    }
  }

  /** Names of secrets with their spelling. */
  Set<String> in(byte[] text) {
    Set<String> found = new LinkedHashSet<>();
    for (int at = 0; at + KEY <= text.length; at++) {
      if (starts[start(text, at)]) {
        for (Needle needle : needles.getOrDefault(key(text, at), List.of())) {
          if (needle.isAt(text, at)) {
            found.add(needle.toString());
          }
        }
      }
    }
    return found;
  }

  private static int start(byte[] text, int at) {
    return (text[at] & 0xff) << 8 | text[at + 1] & 0xff;
  }

  private static int key(byte[] text, int at) {
    return start(text, at) << 16 | start(text, at + 2);
  }
}
