package io.pomona.itests;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
