package io.pomona.itests.architecture;

import aQute.bnd.header.OSGiHeader;
import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bundle of ours as it was built: what its manifest says. */
record BuiltBundle(
    String folder, String symbolicName, String license, Set<String> imports, Set<String> exports) {

  /** All that the build has left under {@code bundles}; those without a manifest are no bundles. */
  static List<BuiltBundle> all() {
    try (Stream<Path> folders = Files.list(ProjectFolder.root().resolve("bundles"))) {
      return folders.sorted().flatMap(folder -> read(folder).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<BuiltBundle> read(Path folder) {
    String name = folder.getFileName().toString();
    Path target = folder.resolve("target");
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name + "-[0-9.]+\\.jar"))
          .findFirst()
          .flatMap(jar -> read(name, jar));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<BuiltBundle> read(String folder, Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      return Optional.ofNullable(manifest.getValue("Bundle-SymbolicName"))
          .map(
              name ->
                  new BuiltBundle(
                      folder,
                      name,
                      String.valueOf(manifest.getValue("Bundle-License")),
                      packages(manifest.getValue("Import-Package")),
                      packages(manifest.getValue("Export-Package"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> packages(String header) {
    return new TreeSet<>(OSGiHeader.parseHeader(header).keySet());
  }

  Set<String> importsUnder(String... prefixes) {
    return imports.stream()
        .filter(
            name -> Stream.of(prefixes).anyMatch(p -> name.equals(p) || name.startsWith(p + ".")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
