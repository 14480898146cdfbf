package io.pomona.cli.context;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.pomona.cli.Failure;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/** The contexts by name, in a YAML file that only its owner may read: it holds tokens. */
public final class ContextFile {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final TypeReference<Map<String, Map<String, Context>>> TYPE =
      new TypeReference<>() {};

  private final Path file;

  public ContextFile(Path file) {
    this.file = file;
  }

  /** The empty one, where there is none of this name. */
  public Context read(String name) {
    return all().getOrDefault(name, Context.EMPTY);
  }

  /** As a whole or not at all. */
  public void write(String name, Context context) {
    Map<String, Context> contexts = new TreeMap<>(all());
    contexts.put(name, context);
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path next = Files.createTempFile(folder, file.getFileName().toString(), ".new", owner());
      Files.writeString(next, YAML.writeValueAsString(Map.of("contexts", contexts)));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  public Map<String, Context> all() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      Map<String, Map<String, Context>> document = YAML.readValue(Files.readString(file), TYPE);
      return document == null ? Map.of() : document.getOrDefault("contexts", Map.of());
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.FILE,
          "Cannot read " + file + ". Mend it, or delete it and log in again.",
          e);
    }
  }

  private static FileAttribute<?>[] owner() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
