package io.pomona.abm.shell;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A .p7m of this machine. */
final class TokenFile {
  // One byte more than is taken, so that a larger file is refused and not cut.
  private static final int MOST_READ = (256 << 10) + 1;

  private TokenFile() {}

  static byte[] read(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return in.readNBytes(MOST_READ);
    } catch (IOException e) {
      throw MdmException.invalid(
              "abm.unreadable_file", "file", "The file cannot be read: " + file + ".")
          .causedBy(e);
    }
  }
}
