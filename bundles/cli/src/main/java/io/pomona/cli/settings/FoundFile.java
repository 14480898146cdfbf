package io.pomona.cli.settings;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A file to apply.
 *
 * @param inFolder whether it was come upon in a folder rather than named
 */
record FoundFile(Path path, boolean inFolder) {
  /** Files in a folder: default.yml first, then the teams, then the rest, each by name. */
  static Comparator<Path> order(Path folder) {
    return Comparator.<Path>comparingInt(file -> rank(folder.relativize(file)))
        .thenComparing(file -> folder.relativize(file).toString());
  }

  private static int rank(Path file) {
    if (file.getNameCount() == 1 && file.toString().matches("default\\.ya?ml")) {
      return 0;
    }
    return file.getNameCount() > 1 && file.getName(0).toString().equals("teams") ? 1 : 2;
  }

  /** The same on every system. */
  String name() {
    return path.toString().equals("-")
        ? "stdin"
        : path.normalize().toString().replace(File.separatorChar, '/');
  }

  Path folder() {
    return path.toAbsolutePath().getParent();
  }
}
