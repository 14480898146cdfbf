package io.pomona.cli.settings;

import io.pomona.cli.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code $NAME} stands for: the environment and, below it, a file of {@code NAME=value}. */
public final class Variables {
  private final Map<String, String> values;

  private Variables(Map<String, String> values) {
    this.values = values;
  }

  public static Variables of(Map<String, String> values) {
    return new Variables(Map.copyOf(values));
  }

  /**
   * @param file lines of {@code NAME=value}, empty ones and comments with # at the start
   */
  public static Variables of(Map<String, String> environment, Optional<Path> file) {
    Map<String, String> values = new HashMap<>();
    file.ifPresent(present -> values.putAll(read(present)));
    values.putAll(environment);
    return of(values);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static Map<String, String> read(Path file) {
    Map<String, String> values = new HashMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        int equals = line.indexOf('=');
        if (equals < 1) {
          String where = file + ", line " + (i + 1);
          throw new Failure(Failure.Kind.FILE, where + ": this is not NAME=value.");
        }
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return values;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot read " + file + " as text.", e);
    }
  }

  /** Never the values: secrets may be among them. */
  @Override
  public String toString() {
    return values.size() + " variables";
  }
}
