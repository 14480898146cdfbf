package io.pomona.cli.command;

import io.pomona.cli.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The profiles of a folder and of those in it, as a zip. */
final class ProfileFolder {
  private static final String EXTENSION = ".mobileconfig";

  private ProfileFolder() {}

  static byte[] pack(Path folder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files(folder)) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot read " + folder + ".", e);
    }
    return bytes.toByteArray();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(EXTENSION))
          .sorted()
          .toList();
    }
  }
}
