package io.pomona.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the project lies, whatever folder the tests were started in. */
public final class ProjectFolder {
  private ProjectFolder() {}

  public static Path root() {
    String given = System.getProperty("pomona.root", "");
    Path start = Path.of(given.isEmpty() ? "" : given).toAbsolutePath();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve("bundles")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not inside the project: " + start));
  }

  /**
   * All files of the bundles that are written by hand or compiled from those, nothing installed.
   */
  public static Stream<Path> bundleFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> bundles = Files.list(root().resolve("bundles"))) {
      for (Path bundle : bundles.sorted().toList()) {
        add(files, bundle.resolve("src"));
        add(files, bundle.resolve("target").resolve("classes"));
      }
    }
    return files.stream();
  }

  private static void add(List<Path> files, Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.forEach(files::add);
      }
    }
  }
}
