package io.pomona.itests.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file in Karaf's etc, edited line by line as a person would. */
public final class EtcFile {
  private final Path file;

  private EtcFile(Path file) {
    this.file = file;
  }

  public static EtcFile in(Path karafHome, String name) {
    return new EtcFile(karafHome.resolve("etc").resolve(name));
  }

  /** Replaces the line of this key, or adds one. */
  public void put(String key, String value) {
    try {
      List<String> lines =
          Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
      lines.removeIf(line -> line.split("=", 2)[0].strip().equals(key));
      lines.add(key + " = " + value);
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
