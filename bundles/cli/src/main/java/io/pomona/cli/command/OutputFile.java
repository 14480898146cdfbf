package io.pomona.cli.command;

import io.pomona.cli.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written. */
record OutputFile(Path path) {
  void write(byte[] content) {
    try {
      Files.write(path, content);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot write " + path + ".", e);
    }
  }
}
