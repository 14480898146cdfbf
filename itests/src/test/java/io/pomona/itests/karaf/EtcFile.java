package io.pomona.itests.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file in Karaf's etc, edited line by line as a person would. */
public final class EtcFile {
  private final Path file;

  private EtcFile(Path file) {
    this.file = file;
  }

  public static EtcFile in(Path karafHome, String name) {
    return new EtcFile(karafHome.resolve("etc").resolve(name));
  }

  /** Replaces the lines of these keys, or adds them, and saves once. */
  public void put(Map<String, String> settings) {
    try {
      List<String> lines =
          Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
      lines.removeIf(line -> settings.containsKey(line.split("=", 2)[0].strip()));
      settings.forEach((key, value) -> lines.add(key + " = " + value));
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
