package io.pomona.cli.settings;

import io.pomona.cli.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** From what was named, files or folders, to the files. No file comes twice. */
final class FileSearch {
  private final Set<Path> seen = new HashSet<>();
  private final List<FoundFile> found = new ArrayList<>();

  private FileSearch() {}

  static List<FoundFile> files(List<Path> named) {
    FileSearch search = new FileSearch();
    named.forEach(search::add);
    return search.found;
  }

  private void add(Path named) {
    if (named.toString().equals("-")) {
      found.add(new FoundFile(named, false));
    } else if (Files.isDirectory(named)) {
      below(named).forEach(file -> add(new FoundFile(file, true)));
    } else if (Files.exists(named)) {
      add(new FoundFile(named, false));
    } else {
      throw new Failure(Failure.Kind.FILE, "There is no file or folder " + named + ".");
    }
  }

  private void add(FoundFile file) {
    try {
      if (seen.add(file.path().toRealPath())) {
        found.add(file);
      }
    } catch (IOException e) {
      throw unreadable(file.path(), e);
    }
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> file.toString().matches(".*\\.ya?ml") && Files.isRegularFile(file))
          .filter(file -> !isHidden(folder.relativize(file)))
          .sorted(FoundFile.order(folder))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  /** Such as what a pipeline is made of. */
  private static boolean isHidden(Path file) {
    for (Path name : file) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static Failure unreadable(Path path, Exception cause) {
    return new Failure(Failure.Kind.FILE, "Cannot read " + path + ": " + cause.getMessage(), cause);
  }
}
