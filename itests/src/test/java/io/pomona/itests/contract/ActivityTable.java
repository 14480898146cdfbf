package io.pomona.itests.contract;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The committed table of what the feed tells: {@code activities.csv} among the test resources. */
final class ActivityTable {
  private static final Path FILE = Path.of("itests/src/test/resources/activities.csv");

  private ActivityTable() {}

  /** What is told of each operation and each command; empty where there is a reason for none. */
  static Map<String, Set<String>> read() {
    try {
      return Files.readAllLines(ProjectFolder.root().resolve(FILE)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", 2))
          .collect(
              Collectors.toMap(
                  cells -> cells[0], cells -> types(cells[1]), (one, two) -> one, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> types(String cell) {
    return cell.matches("none: .+") ? Set.of() : Set.of(cell.strip().split(" +"));
  }
}
