package io.pomona.protocol;

import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Real messages and Apple's schema, which lie outside the project. Tests without them are skipped.
 */
public final class SharedFolder {
  private SharedFolder() {}

  public static byte[] vector(String name) {
    return bytes(vectors().resolve(name));
  }

  /** The files directly in the vectors whose name fits. */
  public static List<Path> vectors(Predicate<String> name) {
    return files(vectors(), name);
  }

  public static Path vectors() {
    return root().resolve("vectors");
  }

  public static List<Path> schema(String folder) {
    return files(root().resolve("apple-schema").resolve(folder), name -> name.endsWith(".yaml"));
  }

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, Predicate<String> name) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> name.test(file.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Optional<Path> root = find();
    assumeTrue(
        "Skipped: no folder with test vectors; name it by -Dpomona.shared or POMONA_SHARED",
        root.isPresent());
    return root.get();
  }

  private static Optional<Path> find() {
    String named = System.getProperty("pomona.shared", System.getenv("POMONA_SHARED"));
    if (named != null) {
      return Optional.of(Path.of(named)).filter(SharedFolder::hasVectors);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path sibling = at.resolveSibling("shared");
      if (at.getParent() != null && hasVectors(sibling)) {
        return Optional.of(sibling);
      }
    }
    return Optional.empty();
  }

  private static boolean hasVectors(Path folder) {
    return Files.isDirectory(folder.resolve("vectors"));
  }
}
