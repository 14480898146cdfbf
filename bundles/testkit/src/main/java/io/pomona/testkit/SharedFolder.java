package io.pomona.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Assume;

/**
 * The folder of reference data that lies beside the project on some machines: captured messages and
 * Apple's schema. Named by the system property {@code pomona.shared} or the environment variable
 * {@code POMONA_SHARED}; otherwise a folder {@code shared} with {@code vectors} in it is looked for
 * upwards from the working directory.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file or folder in it; the test is skipped with a message where it is absent. */
  public static Path require(String relative) {
    Optional<Path> found = find().map(folder -> folder.resolve(relative)).filter(Files::exists);
    Assume.assumeTrue(
        "Skipped: reference data shared/"
            + relative
            + " is not on this machine (set -Dpomona.shared or POMONA_SHARED).",
        found.isPresent());
    return found.get();
  }

  public static Optional<Path> find() {
    return Stream.of(System.getProperty("pomona.shared", ""), environment())
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(Path::of)
        .or(SharedFolder::upwards)
        .filter(Files::isDirectory);
  }

  private static String environment() {
    return Optional.ofNullable(System.getenv("POMONA_SHARED")).orElse("");
  }

  private static Optional<Path> upwards() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("shared"))
        .filter(folder -> Files.isDirectory(folder.resolve("vectors")))
        .findFirst();
  }
}
