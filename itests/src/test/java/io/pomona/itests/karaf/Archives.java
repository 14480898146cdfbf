package io.pomona.itests.karaf;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What can be unpacked: our distribution, and the Karaf that it is made from. */
public final class Archives {
  private Archives() {}

  public static Path distribution() {
    return only(ProjectFolder.root().resolve("karaf-distribution/target"), "karaf-distribution-");
  }

  /** Put there by the build. */
  public static Path stockKaraf() {
    return only(ProjectFolder.root().resolve("itests/target/stock"), "apache-karaf-");
  }

  private static Path only(Path folder, String prefix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.toString().endsWith(".tar.gz"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no " + prefix + "*.tar.gz in " + folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
