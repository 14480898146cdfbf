package io.pomona.itests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures the distribution with many virtual Macs. Run by {@code ./mvnw -Pbenchmark}; {@link
 * Options} says what can be varied, docs/performance.md what the figures mean.
 */
public final class Benchmark {
  private Benchmark() {}

  public static void main(String[] args) throws IOException {
    Options options = Options.given();
    for (String database : options.databases()) {
      Path folder = Files.createDirectories(options.folder().resolve(database));
      Figures figures;
      try (AppleSide apple = new AppleSide(folder.resolve("apple"))) {
        figures = new Course(options, database, folder, apple).run();
      }
      System.out.println(figures.table());
      figures.write(folder.resolve("figures.md"));
    }
    System.exit(0);
  }
}
