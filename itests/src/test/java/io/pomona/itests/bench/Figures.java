package io.pomona.itests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that was measured, by name: the median of the rounds with its range. */
final class Figures {
  private final String title;
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  Figures(String title) {
    this.title = title;
  }

  void add(String name, double value) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  /** A table in Markdown. */
  String table() {
    StringBuilder table =
        new StringBuilder("## " + title + "\n\n| | median | range |\n|---|---|---|\n");
    values.forEach(
        (name, all) -> {
          List<Double> sorted = all.stream().sorted().toList();
          table.append(
              String.format(
                  "| %s | %s | %s |%n",
                  name,
                  text(sorted.get(sorted.size() / 2)),
                  sorted.size() == 1
                      ? ""
                      : text(sorted.get(0)) + " – " + text(sorted.get(sorted.size() - 1))));
        });
    return table.toString();
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }

  void write(Path file) {
    try {
      Files.writeString(file, table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
