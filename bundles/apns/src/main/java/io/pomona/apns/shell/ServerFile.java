package io.pomona.apns.shell;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file on the server's disk, as far as a certificate may be large. */
record ServerFile(String name) {
  private static final int MOST = 1 << 20;

  byte[] read() {
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      byte[] content = in.readNBytes(MOST + 1);
      if (content.length > MOST) {
        throw MdmException.invalid(
            "apns.file_too_large", "file", "The file " + name + " has more than 1 MiB.");
      }
      return content;
    } catch (IOException | InvalidPathException e) {
      throw unusable("read", e);
    }
  }

  void write(byte[] content) {
    try {
      Files.write(Path.of(name), content);
    } catch (IOException | InvalidPathException e) {
      throw unusable("written", e);
    }
  }

  private MdmException unusable(String how, Exception cause) {
    return MdmException.invalid(
            "apns.no_file", "file", "The file " + name + " cannot be " + how + ".")
        .causedBy(cause);
  }
}
