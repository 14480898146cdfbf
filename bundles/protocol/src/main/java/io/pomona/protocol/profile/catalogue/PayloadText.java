package io.pomona.protocol.profile.catalogue;

import io.pomona.protocol.command.catalogue.OsVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a line of {@code payloads.txt} as {@code format.txt} beside it describes it. */
record PayloadText(List<String> columns) {
  private static final String NO_MAC = "-";
  private static final Set<String> MARKS = Set.of("multiple", "each", "approved");
  private static final Set<String> VERSIONS = Set.of("deprecated", "removed");

  static PayloadType read(String line) {
    return new PayloadText(Arrays.stream(line.split("\\|")).map(String::strip).toList()).payload();
  }

  private PayloadType payload() {
    List<String> systems = words(2);
    Optional<OsVersion> since = OsVersion.parse(systems.get(0));
    if (since.isEmpty() && !systems.get(0).equals(NO_MAC)) {
      throw new IllegalArgumentException("The catalogue has an unknown version: " + columns);
    }
    words(3).forEach(PayloadText::requireKnown);
    String channels = since.isPresent() ? systems.get(1) : "";
    return new PayloadType(
        columns.get(0),
        columns.get(1),
        since,
        since.isPresent() ? List.of() : elsewhere(systems),
        channels.contains("D"),
        channels.contains("U"),
        words(3).contains("multiple"),
        words(3).contains("each"),
        words(3).contains("approved"),
        version("deprecated"),
        version("removed"),
        words(4));
  }

  private static List<String> elsewhere(List<String> systems) {
    return systems.size() > 1 ? List.of(systems.get(1).split(",")) : List.of();
  }

  private static void requireKnown(String mark) {
    boolean known = MARKS.contains(mark) || VERSIONS.contains(mark.split("=")[0]);
    if (!known) {
      throw new IllegalArgumentException("The catalogue has an unknown mark " + mark);
    }
  }

  private Optional<OsVersion> version(String mark) {
    return words(3).stream()
        .filter(word -> word.startsWith(mark + "="))
        .findFirst()
        .flatMap(word -> OsVersion.parse(word.substring(mark.length() + 1)));
  }

  private List<String> words(int column) {
    String text = column < columns.size() ? columns.get(column) : "";
    return text.isEmpty() ? List.of() : List.of(text.split(" +"));
  }
}
