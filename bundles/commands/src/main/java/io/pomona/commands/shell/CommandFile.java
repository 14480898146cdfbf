package io.pomona.commands.shell;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the server that a command is made of, as far as a command may be large. */
final class CommandFile {
  private static final int MOST = 1 << 20;

  private CommandFile() {}

  /**
   * @throws MdmException for more than 1 MiB, however much more it is
   */
  static byte[] read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(MOST + 1);
      if (content.length > MOST) {
        throw MdmException.invalid(
            "commands.file_too_large", "file", "The file " + path + " has more than 1 MiB.");
      }
      return content;
    }
  }
}
