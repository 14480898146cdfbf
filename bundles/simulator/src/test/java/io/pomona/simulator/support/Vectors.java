package io.pomona.simulator.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Assume;

/**
 * Captures of the real Apple world, which lie outside the project; without them a test is skipped.
 */
public final class Vectors {

  private Vectors() {}

  public static Path file(String name) {
    Path file = shared().resolve("vectors").resolve(name);
    Assume.assumeTrue("No " + name + "; set -Dpomona.shared to the folder", Files.exists(file));
    return file;
  }

  private static Path shared() {
    String given = System.getProperty("pomona.shared", System.getenv("POMONA_SHARED"));
    if (given != null) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path candidate = folder.resolve("shared");
      if (Files.isDirectory(candidate.resolve("vectors"))) {
        return candidate;
      }
      folder = folder.getParent();
    }
    return Path.of("shared");
  }
}
