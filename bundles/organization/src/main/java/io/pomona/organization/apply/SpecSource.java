package io.pomona.organization.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a document comes from, to say so of what is wrong with it.
 *
 * @param file empty text when it was sent by itself
 * @param lines the line of each key, by its path; empty when nobody knows
 * @param attachments empty when values were sent alone
 */
record SpecSource(
    String file,
    int line,
    Map<List<String>, Integer> lines,
    Optional<Map<String, byte[]>> attachments) {
  static final SpecSource REQUEST = new SpecSource("", 0, Map.of(), Optional.empty());

  /** The same for what is below a key. */
  SpecSource below(String key) {
    Map<List<String>, Integer> deeper = new HashMap<>();
    lines.forEach(
        (path, line) -> {
          if (!path.isEmpty() && path.get(0).equals(key)) {
            deeper.put(path.subList(1, path.size()), line);
          }
        });
    return new SpecSource(file, line, deeper, attachments);
  }

  /** Of the key, or of the closest one around it. */
  private int lineOf(List<String> path) {
    for (int length = path.size(); length >= 0; length--) {
      Integer known = lines.get(path.subList(0, length));
      if (known != null) {
        return known;
      }
    }
    return line;
  }

  /** Where the document begins, in words. */
  String start() {
    return file.isEmpty() ? "" : file + ", line " + line;
  }

  /** In words; empty text when the document was sent by itself. */
  String place(List<String> path) {
    return file.isEmpty() ? "" : file + ", line " + lineOf(path);
  }
}
