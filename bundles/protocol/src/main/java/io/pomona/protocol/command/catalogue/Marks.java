package io.pomona.protocol.command.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words behind a name: {@code since=11.0}, {@code supervised}. */
record Marks(Map<String, String> marks) {
  private static final Set<String> OF_ELEMENTS =
      Set.of("in", "min", "max", "length", "open", "lenient");
  private static final Set<String> KNOWN =
      Set.of(
          "since",
          "deprecated",
          "right",
          "supervised",
          "automated",
          "device-only",
          "user-enrollment",
          "destructive",
          "open",
          "by-item",
          "lenient",
          "in",
          "min",
          "max",
          "length",
          "default");

  static Marks read(List<String> words) {
    Map<String, String> marks = new HashMap<>();
    for (String word : words) {
      String[] pair = word.split("=", 2);
      if (!KNOWN.contains(pair[0])) {
        throw new IllegalArgumentException("The catalogue has an unknown mark " + word);
      }
      marks.put(pair[0], pair.length > 1 ? pair[1] : "");
    }
    return new Marks(marks);
  }

  /** Those of a list that are about what is in it. */
  Marks ofElements() {
    return new Marks(
        marks.entrySet().stream()
            .filter(mark -> OF_ELEMENTS.contains(mark.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  boolean has(String mark) {
    return marks.containsKey(mark);
  }

  Optional<String> text(String mark) {
    return Optional.ofNullable(marks.get(mark));
  }

  Optional<String> usual() {
    return text("default");
  }

  Availability availability() {
    return availability(text("since").flatMap(OsVersion::parse), true, !has("device-only"));
  }

  Availability availability(Optional<OsVersion> since, boolean device, boolean user) {
    return new Availability(
        since,
        text("deprecated").flatMap(OsVersion::parse),
        text("right").map(AccessRight::labelled),
        has("supervised"),
        has("automated"),
        device,
        user);
  }

  KeyLimits limits() {
    return new KeyLimits(
        text("min").map(Long::valueOf),
        text("max").map(Long::valueOf),
        text("length").map(Integer::valueOf));
  }
}
