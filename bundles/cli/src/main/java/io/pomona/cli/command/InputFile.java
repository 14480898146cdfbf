package io.pomona.cli.command;

import io.pomona.cli.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is sent; {@code -} is the standard input. */
record InputFile(Path path) {
  byte[] read() {
    try {
      return path.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(path);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot read " + path + ".", e);
    }
  }

  String name() {
    return path.toString().equals("-") ? "stdin" : path.getFileName().toString();
  }
}
